#!/usr/bin/env bash
# mkdocs-static-i18n 1.3.1 (MkDocs 1.6.1), docs_structure: suffix: a file that is no page is left out of the site where the
# part of its name before the ending has two letters. budget.cn.pdf, plan.gd.pdf and map.sd.png (as offices shorten China,
# Guangdong and Shandong) are on no page of any language; the build ends with 0, and --strict says nothing either.
# list.v2.pdf is there. form.en.pdf is there under another name, for English alone.
# Guess before: only the suffixes of the languages that are set up mean anything; all other files are copied as they are.
# Seen: files/list.v2.pdf and en/files/form.pdf alone.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check mkdocs==1.6.1 mkdocs-static-i18n==1.3.1 2>/dev/null
mkdir -p "$work/docs/files"; cd "$work"
cat > mkdocs.yml <<'Y'
site_name: Files
plugins:
  - i18n:
      docs_structure: suffix
      languages:
        - {locale: zh, name: 中文, default: true, build: true}
        - {locale: en, name: English, build: true}
Y
echo '# Files' > docs/index.md
for name in budget.cn.pdf plan.gd.pdf map.sd.png list.v2.pdf form.en.pdf; do echo "$name" > "docs/files/$name"; done
venv/bin/mkdocs build --quiet --strict > said 2>&1
[ ! -s said ]
found=$(cd site && find . -path '*/files/*' -type f | sort | tr '\n' ' ')
echo "published: $found"
[ "$found" = './en/files/form.pdf ./files/list.v2.pdf ' ]
echo 'as found'
