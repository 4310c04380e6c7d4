#!/usr/bin/env bash
# flowmark 0.8.0 (Python), which sets out pages in Markdown: wherever Chinese stands beside a digit or a letter it puts a space between them,
# in every sentence, heading, table and text of a link, and its README says nothing of it. So a day is 2024 年 6 月 11 日, and broken over two
# lines; the number of a document is another one, 〔2024〕12 号; and an address behind a Chinese sign leads elsewhere if it has one itself,
# 见 https://example.org/2024 年/a. The pattern is that of an extension of marko (pangu) for what is shown. rumdl 0.3.0 (Python), fmt, makes
# a link of that address together with the Chinese comma behind it, <https://example.org/2024年/a，>. mdformat 1.0.0 (Python) and prettier
# 3.10.1 (Node) leave all of it.
# Guess before: each of the four changes nothing but where lines break, and those at spaces alone.
# Seen: '# 第 3 条', '2024 年 6 月\n11 日', 'https://example.org/2024\n年/a'; '见<https://example.org/2024年/a，>'; 0 as exit status.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check flowmark==0.8.0 mdformat==1.0.0 rumdl==0.3.0 2>/dev/null
npm install --silent --no-fund --no-audit --prefix "$work" prettier@3.10.1 >/dev/null 2>&1
cat > run.py <<'PY'
import pathlib, subprocess
PAGE = """# 第3条

赣教〔2024〕12号通知的活动时间为2024年6月11日至20日。

见https://example.org/2024年/a，[附件1](a1.pdf)，`6月5日`前。
"""
TOOLS = {
    "flowmark": ["venv/bin/flowmark", "--inplace", "--nobackup", "--width", "32"],
    "mdformat": ["venv/bin/mdformat", "--wrap", "32"],
    "rumdl": ["venv/bin/rumdl", "fmt", "--no-cache"],
    "prettier": ["node_modules/.bin/prettier", "--prose-wrap", "always", "--print-width", "32", "--log-level", "error", "--write"],
}
found = {}
for name, command in TOOLS.items():
    file = pathlib.Path(f"{name}.md")
    file.write_text(PAGE, encoding="utf-8")
    done = subprocess.run([*command, str(file)], capture_output=True)
    assert done.returncode == 0, (name, done)
    found[name] = file.read_text(encoding="utf-8")
    print(name, found[name], sep="\n")
assert found["mdformat"] == found["prettier"] == PAGE, found
assert found["rumdl"] == PAGE.replace("https://example.org/2024年/a，", "<https://example.org/2024年/a，>"), found["rumdl"]
assert found["flowmark"] == """# 第 3 条

赣教〔2024〕12 号通知的活动时间为 2024 年 6 月
11 日至 20 日。

见 https://example.org/2024
年/a，[附件 1](a1.pdf)，`6月5日`前。
""", found["flowmark"]
PY
venv/bin/python run.py
echo 'as found'
