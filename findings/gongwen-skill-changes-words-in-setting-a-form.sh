#!/usr/bin/env bash
# gongwen-skill 2.15.0 (Python), optimize, which is to set a notice in the form of GB/T 9704 (fonts, sizes, margins): it changes its words,
# too. The list of annexes, as the standard has it, loses all its numbers but the first; what is struck through is taken out; and below
# the date stands a sentence that the notice was made by an AI and is for reference only, unless --remove-ai-declaration is given.
# Guess before: every word is kept; only fonts, sizes, spaces and empty lines change.
# Seen: 附件：1.活动安排表, 报名表, 联系人 for 1., 2., 3.; 报名截止6月8日 without the struck 6月5日; （内容由GongWen-skill-AI生成，仅供参考）.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check gongwen-skill==2.15.0 python-docx==1.2.0 2>/dev/null
cat > run.py <<'PY'
import subprocess
import docx
BEFORE = ["关于举办竞答的通知", "各设区市教育局：", "现将有关事项通知如下。", "一、活动时间"]
BELOW = ["附件：1.活动安排表", "　　　2.报名表", "　　　3.联系人", "某省教育厅", "2024年5月28日"]
file = docx.Document()
for text in BEFORE:
    file.add_paragraph(text)
paragraph = file.add_paragraph("报名截止")
paragraph.add_run("6月5日").font.strike = True
paragraph.add_run("6月8日。")
for text in BELOW:
    file.add_paragraph(text)
file.save("a.docx")
def formed(*options):
    command = ["venv/bin/gongwen", "optimize", "a.docx", "-o", "b.docx", "-t", "notice", "--apply", *options]
    subprocess.run(command, check=True, capture_output=True)
    return [each.text for each in docx.Document("b.docx").paragraphs if each.text]
found, without = formed(), formed("--remove-ai-declaration")
print(*found, sep="\n")
NOW = [*BEFORE, "报名截止6月8日。", "附件：1.活动安排表", "报名表", "联系人", "某省教育厅", "2024年5月28日"]
assert found == [*NOW, "（内容由GongWen-skill-AI生成，仅供参考）"], found
assert without == NOW, without
PY
HOME=$work venv/bin/python run.py
echo 'as found'
