"""One page of every kind, in both languages."""

KINDS = {
    "home": "",
    "campaign": "jiangxi-2022/",
    "campaign with phases": "shandong-2024/",
    "finder": "jiangxi-2022/activities/",
    "audience": "jiangxi-2022/for/older/",
    "activity": "jiangxi-2022/skill-contests/",
    "activity without dates": "shandong-2024/sign-language/",
    "timeline": "jiangxi-2022/timeline/",
    "timeline without dates": "shandong-2024/timeline/",
    "contacts": "jiangxi-2022/contacts/",
    "plan": "jiangxi-2022/plan/",
    "changes": "jiangxi-2022/changes/",
    "organisations": "organisations/",
    "organisation": "organisations/jiangxi-cac/",
    "prose": "about/",
    "manual": "manual/",
    "manual contents": "manual/problems/",
    "manual reference": "manual/format-activity/",
}
PUBLIC = {kind: path for kind, path in KINDS.items() if not kind.startswith("manual")}

BILINGUAL = [(kind, language + path) for kind, path in KINDS.items() for language in ("", "en/")]
EVERY_KIND = [
    *BILINGUAL,
    ("404", "404.html"),
    ("programme", "jiangxi-2022/print/"),
    ("press kit", "en/jiangxi-2022/press/"),
    ("embed", "embed/jiangxi-2022/women/"),
    ("embed", "en/embed/jiangxi-2022/"),
]
EVERY_PUBLIC_KIND = [(kind, path) for kind, path in EVERY_KIND if not kind.startswith("manual")]
