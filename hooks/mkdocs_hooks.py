"""MkDocs' events, translated into calls on microsite. The only file that imports mkdocs.

MkDocs loads this file by its path, so imports are absolute and no other name may begin with
``on_``. The i18n plugin builds the site once a language, the second time from within its own
``on_post_build`` (priority -100): every event below is called in each pass.
"""

import logging
import os
import re
from datetime import datetime
from pathlib import Path

from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File

import microsite.build
import microsite.pages
import microsite.problems
import microsite.prose
import microsite.settings
import microsite.urls

BUILD = microsite.build.CURRENT
LOG = logging.getLogger("mkdocs.plugins.microsite")
# Markdown aligns the columns of a table with a style in the element, which the policy of the pages forbids.
ALIGNMENT = re.compile(r' style="text-align: (?:left|center|right);"')
POLICY = re.compile(rb'<meta http-equiv="Content-Security-Policy"[^>]*>')


def on_startup(command, dirty):
    BUILD.serving = command == "serve"


@event_priority(100)  # before the i18n plugin changes names and languages
def on_config(config):
    """Begin to read the data; from here on MkDocs builds in a folder of its own."""
    if BUILD.running:
        return config
    root = Path(config.config_file_path).parent
    only = os.environ.get("ONLY", "")
    config.site_dir = str(_asked(BUILD.begin, root, _settings(config), Path(config.site_dir), only))
    return config


def _asked(question, *details):
    """What the build answers; wrong data is told the way MkDocs ends a build."""
    try:
        return question(*details)
    except microsite.problems.InvalidData as invalid:
        said = "数据有误，网站没有改动 / the data has problems, the site is untouched"
        raise PluginError(f"{said}:\n{invalid}") from None
    except OSError as error:
        said = "写不进去，原来的网站没有变 / cannot be written, the site is as it was"
        raise PluginError(f"{said}: {error}") from None


def _settings(config):
    base = microsite.settings.Settings(
        site_name=config.site_name,
        site_url=config.site_url or "",
        profile=os.environ.get("PROFILE") or "preview",
        as_of=microsite.settings.expiry_day(
            datetime.now(microsite.settings.SHANGHAI).date(), os.environ.get("SOURCE_DATE_EPOCH", "")
        ),
    )
    settings, problems = microsite.settings.read(config.extra.get("microsite", {}), base)
    if problems:
        raise PluginError(str(microsite.problems.InvalidData(problems)))
    return settings


def on_pre_build(config):
    BUILD.pass_begins()


@event_priority(-150)  # after the i18n plugin
def on_files(files, config):
    """No file of docs/ may lie where a page from the data belongs."""
    for file in files:
        if file.src_uri and file.generated_by is None:
            _asked(BUILD.claim, file.dest_uri, file.src_uri)
    return files


def on_page_markdown(markdown, page, config, files):
    """Tell MkDocs about the core's pages that this page links to, so that it can check the links."""
    for path in microsite.prose.targets(markdown, page.file.src_uri):
        if files.get_file_from_path(path) is None and _asked(BUILD.answers, path):
            files.append(_address(config, path))
    return markdown


def _address(config, path):
    file = File.generated(config, path, content="")
    file.url = path.removesuffix("index.html") or "./"
    file.copy_file = lambda dirty=False: None  # the core writes it
    return file


def on_page_content(html, page, config, files):
    """Remember the welcome of docs/index.md for the core's home page, and which pages docs/ has."""
    language = _language(config)
    if page.is_homepage:
        BUILD.welcome[language] = html
    BUILD.by_hand.add(microsite.urls.in_language(page.url.removeprefix("./"), "zh"))
    return html


def on_page_context(context, page, config, nav):
    """The manual's pages carry the header and footer of the public ones."""
    context["shell"] = BUILD.shell(_language(config), page.url.removeprefix("./"))
    return context


@event_priority(-100)
def on_post_page(output, page, config):
    """Hand-written pages outside the manual belong to the public face."""
    if page.is_homepage or page.url.removeprefix("en/").startswith("manual/"):
        return output
    written = microsite.pages.HandWritten(
        page.url, page.title, page.meta.get("description", ""), ALIGNMENT.sub("", page.content)
    )
    return BUILD.hand_written(_language(config), written)


def _language(config):
    return "en" if config.theme["language"] == "en" else "zh"


@event_priority(-200)  # after the i18n plugin's nested passes
def on_post_build(config):
    if not BUILD.pass_ends():
        return
    done = _asked(BUILD.join)
    for note in BUILD.owed:
        LOG.info("%s", note)
    LOG.info("%s", done)
    if BUILD.serving:
        config.site_dir = str(BUILD.site_dir)
        BUILD.finish()


def on_serve(server, config, builder):
    """A preview shows what is wrong with the data above each page, and goes without the pages' policy,
    because MkDocs writes a script into each of them."""
    answer = server.get_app()

    def answer_in_preview(environ, respond):
        said = []
        body = b"".join(answer(environ, lambda *words: said.append(words)))
        status, headers, *_ = said[0]
        if dict(headers).get("Content-Type", "").startswith("text/html"):
            above = BUILD.above("en" if "/en/" in environ["PATH_INFO"] else "zh").encode()
            body = POLICY.sub(b"", body).replace(b"</header>", b"</header>" + above, 1)
            headers = [header for header in headers if header[0] != "Content-Length"]
        respond(status, headers)
        return [body]

    server.set_app(answer_in_preview)
    server.builder = lambda: _refreshed() or builder()
    return server


def _refreshed():
    """After an edit of the data alone the manual need not be built again."""
    done = _asked(BUILD.refresh)
    if done:
        LOG.info("%s", done)
    return done


def on_build_error(error):
    BUILD.failed = True
    if BUILD.serving:
        BUILD.finish()


def on_shutdown():
    BUILD.leave()
