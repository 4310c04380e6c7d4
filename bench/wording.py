"""What the synthetic plans are put together from: word lists in Chinese and English.

Every text is a pair, so that the translation belongs to it from the beginning. Nothing here comes
from a notice: the provinces do not exist, and no sentence is anybody's.
"""

from __future__ import annotations

from typing import NamedTuple


class T(NamedTuple):
    """A text for readers: Chinese and its English."""

    zh: str
    en: str


class Body(NamedTuple):
    """A kind of body that each province has; ``{r}`` stands for the province's name."""

    id: str
    name: T
    short: T
    kind: str


class Subject(NamedTuple):
    """What an activity is about."""

    id: str
    kind: str
    title: T
    who: T
    audience: str


REGIONS = [
    T(f"{one}{two}", f"{first.title()}{second}")
    for two, second in (("岭", "ling"), ("浦", "pu"), ("岚", "lan"), ("洲", "zhou"))
    for one, first in (
        ("松", "song"), ("青", "qing"), ("梅", "mei"), ("雁", "yan"), ("清", "qin"), ("鹿", "lu"), ("桐", "tong"),
        ("苇", "wei"),
    )
][:31]  # fmt: skip

BODIES = [
    Body("cac", T("中共{r}省委网络安全和信息化委员会办公室", "{r} Cyberspace Affairs Commission Office"),
         T("省委网信办", "Provincial Cyberspace Office"), "party"),
    Body("school", T("中共{r}省委党校", "Party School of the {r} Provincial Committee"),
         T("省委党校", "Provincial Party School"), "school"),
    Body("education", T("{r}省教育厅", "{r} Department of Education"),
         T("省教育厅", "Education Department"), "government"),
    Body("science", T("{r}省科学技术厅", "{r} Department of Science and Technology"),
         T("省科技厅", "Science Department"), "government"),
    Body("industry", T("{r}省工业和信息化厅", "{r} Department of Industry and Information Technology"),
         T("省工信厅", "Industry and IT Department"), "government"),
    Body("civil-affairs", T("{r}省民政厅", "{r} Department of Civil Affairs"),
         T("省民政厅", "Civil Affairs Department"), "government"),
    Body("human-resources", T("{r}省人力资源和社会保障厅", "{r} Department of Human Resources and Social Security"),
         T("省人社厅", "Human Resources Department"), "government"),
    Body("agriculture", T("{r}省农业农村厅", "{r} Department of Agriculture and Rural Affairs"),
         T("省农业农村厅", "Agriculture Department"), "government"),
    Body("culture", T("{r}省文化和旅游厅", "{r} Department of Culture and Tourism"),
         T("省文旅厅", "Culture and Tourism Department"), "government"),
    Body("health", T("{r}省卫生健康委员会", "{r} Health Commission"),
         T("省卫健委", "Health Commission"), "government"),
    Body("assets", T("{r}省国有资产监督管理委员会", "{r} State-owned Assets Commission"),
         T("省国资委", "State-owned Assets Commission"), "government"),
    Body("communications", T("{r}省通信管理局", "{r} Communications Administration"),
         T("省通信管理局", "Communications Administration"), "central"),
    Body("unions", T("{r}省总工会", "{r} Federation of Trade Unions"),
         T("省总工会", "Federation of Trade Unions"), "mass"),
    Body("women", T("{r}省妇女联合会", "{r} Women’s Federation"), T("省妇联", "Women’s Federation"), "mass"),
    Body("association", T("{r}省科学技术协会", "{r} Association for Science and Technology"),
         T("省科协", "Science Association"), "mass"),
    Body("disabled", T("{r}省残疾人联合会", "{r} Disabled Persons’ Federation"),
         T("省残联", "Disabled Persons’ Federation"), "mass"),
]  # fmt: skip

_PEOPLE = {
    "everyone": T("广大群众", "the public"), "older": T("老年人和他们的家人", "older people and their families"),
    "disabled": T("各类残疾人", "people with disabilities"), "women": T("城乡妇女", "women in towns and villages"),
    "workers": T("企业职工", "workers of companies"), "farmers": T("种植养殖户和合作社", "farmers and cooperatives"),
    "students": T("大中小学生", "pupils and students"), "teachers": T("中小学教师", "school teachers"),
    "youth": T("青年创业者", "young founders"), "officials": T("基层干部", "local officials"),
    "companies": T("中小企业", "small and medium-sized companies"), "medical": T("基层医务人员", "local medical staff"),
    "professionals": T("技能人才", "skilled professionals"), "communities": T("社区居民", "residents of communities"),
}  # fmt: skip

_SUBJECTS = """\
phone-classes|training|older|智慧生活手机课堂|Smartphone classes for everyday life
online-quiz|quiz|everyone|数字知识闯关答题|Quiz on digital knowledge
village-live|competition|farmers|乡村直播能手比武|Contest of village live streaming
clinic-online|service|medical|互联网诊疗服务进基层|Online clinics for local health centres
barrier-free|service|disabled|信息无障碍体验周|Week of accessible information
women-commerce|series|women|她创业网络微课|Online lessons for women founders
factory-skills|training|workers|车间数字工匠练兵|Digital craft training in workshops
open-labs|exhibition|students|数字实验室开放参观|Open days of digital laboratories
teacher-ai|course|teachers|人工智能备课研修|Course on preparing lessons with AI
night-school|course|officials|数字治理夜校|Evening school on digital administration
startup-camp|conference|youth|青年数字创客营|Camp for young digital makers
cloud-companies|service|companies|企业上云上门问诊|Cloud advice at the company’s door
data-contest|competition|professionals|数据应用创新大赛|Contest of new uses of data
anti-fraud|awareness|communities|反诈防骗宣传巡讲|Talks against fraud on the network
museum-cloud|platform|everyone|云上博物馆导览|Museums guided online
library-bus|awareness|communities|数字阅读流动车|The travelling digital library
short-films|call|everyone|数字生活短视频征集|Call for short films about digital life
helpers|volunteering|older|数字助老志愿行|Volunteers who help older people online
radio-hour|broadcast|everyone|数字讲堂广播时间|The digital hour on the radio
survey|research|professionals|数字素养状况调研|Survey of digital literacy
rural-classroom|series|students|乡村学校同上一堂课|One lesson shared by village schools
travel-code|service|everyone|智慧出行便民服务|Smart help for travellers
sign-video|service|disabled|视频手语热线推广|Sign language by video
farm-data|training|farmers|田间数据员培训|Training of data keepers in the fields
safety-fair|exhibition|everyone|网络安全互动展|Hands-on fair of network safety
code-club|series|students|少年编程俱乐部|Coding club for the young
pay-safe|awareness|older|移动支付安心用|Paying safely by telephone
port-forum|conference|companies|数字贸易沙龙|Talks on digital trade
"""


def _subject(line: str) -> Subject:
    id_, kind, audience, zh, en = line.split("|")
    return Subject(id_, kind, T(zh, en), _PEOPLE[audience], audience)


SUBJECTS = [_subject(line) for line in _SUBJECTS.splitlines()]

TOPICS = [
    T("手机基本操作", "first steps with a telephone"), T("网上挂号", "booking a doctor online"),
    T("个人信息保护", "protection of personal data"), T("防范网络诈骗", "protection against online fraud"),
    T("短视频制作", "making short films"), T("电子表格", "spreadsheets"), T("大模型入门", "first steps with AI"),
    T("网上政务", "public services online"), T("数据安全", "data security"), T("远程医疗", "telemedicine"),
    T("智能家居", "the smart home"), T("农产品网上销售", "selling farm products online"),
]  # fmt: skip
VENUES = [
    T("社区服务中心", "community centres"), T("县级图书馆", "county libraries"), T("乡镇文化站", "township culture centres"),
    T("职业学校机房", "computer rooms of vocational schools"), T("企业培训中心", "company training centres"),
    T("青少年宫", "youth centres"), T("村民议事厅", "village halls"), T("开放大学", "the open university"),
]  # fmt: skip
SERVICES = [
    T("一对一辅导", "one-to-one help"), T("电话答疑", "answers by telephone"), T("课程回放", "recordings of lessons"),
    T("上门服务", "visits at home"), T("手语翻译", "sign language interpreting"), T("设备借用", "devices on loan"),
]  # fmt: skip
MATERIALS = [
    T("图文手册", "illustrated booklet"), T("学习海报", "posters"), T("讲解视频", "films that explain"),
    T("大字版口袋书", "pocket book in large print"), T("线上题库", "question bank online"),
]  # fmt: skip
REACH = [
    T("社区", "communities"), T("学校", "schools"), T("企业", "companies"), T("乡村", "villages"), T("机关", "offices"),
]  # fmt: skip
PARTS = [
    ("opening", "conference", "onsite", T("开场交流", "opening meeting")),
    ("live-lessons", "course", "online", T("直播微课", "live lessons")),
    ("workshops", "training", "onsite", T("动手工作坊", "hands-on workshops")),
    ("open-days", "exhibition", "onsite", T("体验开放日", "open days")),
    ("final", "competition", "onsite", T("成果展评", "show and judging of results")),
    ("help-desk", "service", "both", T("驻点帮办", "help desk")),
    ("column", "broadcast", "online", T("专题专栏", "special column")),
]

FIRST = [
    T("{body}会同有关单位办这项活动，面向{who}，从平时用得着的事讲起，不讲难懂的名词。",
      "{body} and other bodies hold this activity for {who}. It starts from everyday needs and avoids difficult terms."),
    T("这项活动由{body}负责安排，请{who}按自己的时间来参加，内容由浅入深，学一样会一样。",
      "{body} arranges this activity. {Who} can come when it suits them; lessons begin with the simple and each one is of use."),
    T("活动围绕“{topic}”展开。{body}把现有的课程、师资和场地集中起来，供{who}选用。",
      "The activity is about {topic}. {body} brings courses, teachers and rooms together for {who} to choose from."),
]  # fmt: skip
SECOND = [
    T("今年在{venue}和{other}两类地方同时进行，每处配有专人答疑，听不清、看不清的可以再讲一遍。",
      "This year it takes place in {venue} and in {other} at once. Somebody is there to answer, and to say it again."),
    T("除了到{venue}参加，也可以在网上学：课程长短不一，最短的十分钟，最长的四十分钟，都能随时停下来。",
      "Besides coming to {venue} one can learn online: lessons take from ten to forty minutes and can be stopped at any time."),
    T("各市可以在{venue}设点，也可以把{other}临时改作课堂；设在哪里，由当地自己决定并提前告诉大家。",
      "Cities may use {venue}, or turn {other} into classrooms for a time; they decide where and say so beforehand."),
]  # fmt: skip
ITEMS = [
    T("讲清楚：{topic}是什么，什么时候用得上；", "explained: what {topic} means and when it is of use;"),
    T("动手做：在老师陪同下练习{topic}；", "done by hand: practice of {topic} with a teacher;"),
    T(
        "带回去：每人领一份{material}，回家接着学；",
        "to take home: {material} for everybody, to go on learning;",
    ),
    T("问得到：提供{service}，问题不过夜。", "answered: {service}, with no question left overnight."),
]
LAST = [
    T("活动不收取费用，也不推销商品。参加的人数和意见会记下来，用来安排下一次的内容。",
      "Taking part costs nothing and nothing is sold. Numbers and opinions are noted down for the next time."),
    T("办得好的做法会整理成短文，放到{platform}上，供别的地方参考。",
      "What works well is written down in short and put on {platform} for others to use."),
    T("活动结束以后，课程和资料继续开放三个月，错过的人可以自己补上。",
      "Lessons and materials stay open for three months afterwards, for those who missed them."),
]  # fmt: skip
SUMMARY = [
    T(
        "{who}可以到{venue}学习{topic}，也能在线上看课。",
        "{Who} can learn about {topic} in {venue} or online.",
    ),
    T("为{who}安排{topic}方面的课程和{service}。", "Lessons on {topic} and {service} for {who}."),
    T("请{who}一起来，边看边练{topic}。", "{Who} are invited to watch and to practise {topic}."),
]
JOINING = [
    T("到就近的{venue}登记，也可以打电话预约。", "Sign up at {venue} nearby, or book by telephone."),
    T("在{platform}上免费参加，不用注册。", "Free of charge on {platform}, without an account."),
    T("由各单位统一组织，个人不用报名。", "Bodies organise it; nobody has to sign up alone."),
]
PLATFORMS = [
    T("云学数字课堂", "Cloud Lessons"), T("邻里学习网", "Neighbours’ Learning Network"), T("数字便民站", "Digital Help Point"),
]  # fmt: skip

REQUIREMENTS = [
    ("leadership", T("明确分工", "Clear duties"),
     T("各市、各单位要把活动排进全年工作，定好谁来办、什么时候办、经费从哪里来。几家一起办的，由排在前面的一家牵头。\n\n遇到拿不准的事，早商量、早报告，不要等到临近才改。",
       "Cities and bodies put the activities into their plans for the year and settle who does what, when, and from which "
       "budget. Where several hold one together, the first in the list leads.\n\nWhat is not clear is talked over and "
       "reported early, not changed at the last moment.")),
    ("access", T("方便参加", "Easy to take part"),
     T("地点要好找，时间要避开上班和农忙，通知要提前发到群众手里。\n\n"
       "- 有台阶的地方备好坡道；\n- 讲课配字幕，需要时请手语老师；\n- 资料有大字版。",
       "Places are easy to find, times avoid work and harvest, and people hear of it in good time.\n\n- ramps where there "
       "are steps;\n- captions, and an interpreter where needed;\n- materials in large print.")),
    ("publicity", T("做好宣传", "Tell people"),
     T("用大家听得懂的话介绍活动，写清楚时间、地点和电话。短视频、广播和海报一起用，让不上网的人也能知道。",
       "Describe activities in words that everybody understands, with time, place and telephone. Use films, radio and "
       "posters together, so that people who are not online hear of it too.")),
    ("safety", T("保证安全", "Keep it safe"),
     T("人多的场所要有疏散安排，用电用火要检查。收集个人信息只收必要的，用完按规定删除。",
       "Crowded places have a way out, and power and fire are checked. Only the personal data that is needed is asked "
       "for, and it is deleted afterwards.")),
    ("report", T("及时总结", "Report in time"),
     T("活动结束以后，各单位汇总场次、人数和意见，写成不超过三页的总结，附上好的做法。",
       "Afterwards each body sums up events, numbers and opinions in three pages at most, with what worked well.")),
]  # fmt: skip
DUTIES = [
    T("排定日程并提前公布", "settle the dates and publish them beforehand"),
    T("落实场地、讲师和志愿者", "find rooms, teachers and volunteers"),
    T("审看课程和宣传材料", "look through lessons and materials"),
    T("汇总场次、人数和意见", "sum up events, numbers and opinions"),
]
PHASES = [
    ("warm-up", T("筹备宣传阶段", "Preparation"), "{y}年{a}月上旬",
     T("发布活动日程，印发资料，开通报名电话。", "Dates are published, materials printed and telephones opened.")),
    ("implementation", T("集中开展阶段", "Activities"), "{y}年{a}月中旬至{b}月中旬",
     T("各单位按日程开展活动，各市同期办特色活动。", "Bodies hold their activities, and cities their own at the same time.")),
    ("summary", T("总结交流阶段", "Summing up"), "{y}年{b}月下旬",
     T("汇总情况，交流做法，公布成果。", "Results are summed up, exchanged and published.")),
]  # fmt: skip
TIMES = [
    "{a}月中旬", "{a}月中下旬", "{b}月", "{a}月至{b}月", "{a}月15日至{b}月10日", "{y}年{b}月5日", "{b}月上旬", "{a}月起",
    "在提升月期间", "拟于{b}月上旬", "{b}月10日前",
]  # fmt: skip
CITY_BODIES = [
    T("网信办", "cyberspace offices"), T("党校", "party schools"), T("教育局", "education bureaus"),
    T("科技局", "science bureaus"), T("工业和信息化局", "industry and IT bureaus"), T("民政局", "civil affairs bureaus"),
    T("人力资源社会保障局", "human resources bureaus"), T("农业农村局", "agriculture bureaus"),
    T("文化和旅游局", "culture and tourism bureaus"), T("卫生健康委", "health commissions"),
    T("总工会", "trade unions"), T("妇联", "women’s federations"), T("科协", "science associations"),
    T("残联", "disabled persons’ federations"),
]  # fmt: skip
AIMS = T(
    "这次提升月要办成几件实事：让更多的人学会用手机办事、看病、出行；让企业和农户学会用数据算账、用网络卖货；让学校和社区有课可上、有人来教。\n\n"
    "各项活动坚持自愿、免费、就近，线上和线下结合，集中举办和平时学习结合。{r}省各有关单位各负其责，共用课程、场地和师资，不重复、不走过场。\n\n"
    "要特别照顾年纪大的、行动不便的和住得远的人，把课送到家门口。活动以后留下课程、资料和志愿者队伍，让学习一直有地方、有人帮。",
    "The Skills Month is to bring things that last: more people who can deal with offices, doctors and journeys by "
    "telephone; companies and farmers who reckon with data and sell online; lessons and teachers for schools and "
    "communities.\n\nActivities are voluntary, free and near, online as well as on site, in these weeks as well as later. "
    "The bodies of {r} each do their part and share courses, rooms and teachers.\n\nSpecial care is taken of those who are "
    "old, who find it hard to move, or who live far away: lessons come to their door. Courses, materials and volunteers "
    "stay, so that there is always somewhere and somebody to learn with.",
)
