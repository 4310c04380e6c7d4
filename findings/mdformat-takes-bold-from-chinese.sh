#!/usr/bin/env bash
# mdformat 1.0.0 with mdformat-mkdocs 5.3.0, which is to set out pages as MkDocs reads them, and MkDocs 1.6.1 (Python-Markdown 3.11.3):
# **时间：**6月11日 is bold in MkDocs. mdformat escapes the asterisks, for by CommonMark a sign of punctuation with a letter behind it closes
# nothing, and so MkDocs shows them as they are from then on: **时间：**6月11日. In English, where a space follows, bold stays. A footnote in
# Chinese, [^1]: 注一, comes out as %E6%B3%A8%E4%B8%80, in the page as well; mdformat --check calls the result whole.
# Guess before: bold stays in the page, and only the layout of the source changes.
# Seen: \*\*时间：\*\*6月11日, and no <strong> in the page; <strong>Time:</strong> is kept.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check \
  mkdocs==1.6.1 markdown==3.11.3 mdformat==1.0.0 mdformat-mkdocs==5.3.0 2>/dev/null
mkdir docs
printf 'site_name: a\ntheme:\n  name: mkdocs\nmarkdown_extensions: [footnotes]\n' > mkdocs.yml
cat > docs/index.md <<'MD'
# 活动

**时间：**6月11日

**Time:** 11 June

报名**（线上）**截止[^1]

[^1]: 注一
MD
cat > run.py <<'PY'
import pathlib, re, subprocess
def built():
    subprocess.run(["venv/bin/mkdocs", "build", "--quiet"], check=True, capture_output=True)
    page = pathlib.Path("site/index.html").read_text()
    return re.findall("<strong>(.*?)</strong>", page), re.search(r'<li id="fn:1">\s*<p>([^&<]*)', page)[1]
before = built()
subprocess.run(["venv/bin/mdformat", "docs"], check=True, capture_output=True)
text = pathlib.Path("docs/index.md").read_text()
after = built()
print(before, after, text, sep="\n")
assert before == (["时间：", "Time:", "（线上）"], "注一"), before
assert after == (["Time:"], "%E6%B3%A8%E4%B8%80"), after
assert r"\*\*时间：\*\*6月11日" in text and r"报名\*\*（线上）\*\*截止" in text, text
subprocess.run(["venv/bin/mdformat", "--check", "docs"], check=True, capture_output=True)
PY
venv/bin/python run.py
echo 'as found'
