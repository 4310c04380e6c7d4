"""MkDocs' events, translated into calls on microsite. The only file that imports mkdocs.

It is loaded by its path, so imports are absolute and no other name may begin with ``on_``. The i18n
plugin builds once a language, the second time from within its ``on_post_build`` (priority -100).
"""

import logging
import os
from datetime import datetime
from pathlib import Path

from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File

import microsite.build.build
import microsite.build.docs_files
import microsite.build.preview
import microsite.checks.report
import microsite.core.problems
import microsite.core.settings
import microsite.core.urls
import microsite.loading.reference
import microsite.site.pages
import microsite.views.safe_markdown

BUILD = microsite.build.build.CURRENT
LOG = logging.getLogger("mkdocs.plugins.microsite")


def on_startup(command, dirty):
    BUILD.serving = command == "serve"


@event_priority(100)  # before the i18n plugin changes names and languages
def on_config(config):
    """Begin to read the data; from here on MkDocs builds in a folder of its own."""
    if BUILD.running:
        return config
    root, only = Path(config.config_file_path).parent, os.environ.get("ONLY", "")
    settings = _or_plugin_error(_settings, config)
    config.site_dir = str(_or_plugin_error(BUILD.begin, root, settings, Path(config.site_dir), only))
    return config


def _or_plugin_error(question, *details):
    """What the core answers; what is wrong is told the way MkDocs ends a build."""
    try:
        return question(*details)
    except (microsite.core.problems.InvalidData, microsite.core.problems.RefusalError, OSError) as error:
        raise PluginError(microsite.checks.report.untouched(error)) from None


def _settings(config):
    address, extra = config.site_url or "", config.extra.get("microsite", {})
    now = datetime.now(microsite.core.settings.SHANGHAI)
    return microsite.core.settings.from_mkdocs(config.site_name, address, extra, os.environ, now)


def on_pre_build(config):
    BUILD.pass_begins()


@event_priority(-150)  # after the i18n plugin
def on_files(files, config):
    """Only files for readers are published, and none may lie where a page from the data belongs."""
    root = Path(config.config_file_path).absolute().parent
    would_be = [file for file in files if file.src_dir is not None and not file.inclusion.is_excluded()]
    for folder in map(Path, filter(None, (config.docs_dir, config.theme.custom_dir))):  # the theme's are its affair
        own = {file.src_uri: file for file in would_be if Path(file.src_dir) == folder}
        published = _or_plugin_error(microsite.build.docs_files.for_readers, root, folder, own)
        for path in own.keys() - published:
            files.remove(own[path])
    for file in files:
        if file.src_uri and file.generated_by is None:
            _or_plugin_error(BUILD.claim, file.dest_uri, file.src_uri)
    return files


def on_page_markdown(markdown, page, config, files):
    """Fill the tables of the manual; tell MkDocs about the core's pages that this page links to, for its check."""
    markdown = microsite.loading.reference.filled(markdown, _language(config))
    for path in microsite.views.safe_markdown.targets(markdown, page.file.src_uri):
        if files.get_file_from_path(path) is None and _or_plugin_error(BUILD.answers, path):
            file = File.generated(config, path, content="")
            file.copy_file = lambda dirty=False: None  # the core writes it
            files.append(file)
    return markdown


def on_page_content(html, page, config, files):
    """Remember the welcome of docs/index.md for the core's home page, and which pages docs/ has."""
    html, address = microsite.views.safe_markdown.without_comments(html), _in_chinese(page)
    if not address:
        BUILD.welcome[_language(config)] = html
    BUILD.by_hand.add(address)
    return html


def on_page_context(context, page, config, nav):
    """The manual's pages carry the header and footer of the public ones."""
    context["shell"] = BUILD.shell(_language(config), page.url.removeprefix("./"))
    return context


@event_priority(-100)
def on_post_page(output, page, config):
    """Hand-written pages outside the manual belong to the public face."""
    address = _in_chinese(page)
    if not address or address.startswith("manual/"):
        return output
    written = microsite.site.pages.HandWritten(page.url, page.title, page.meta.get("description", ""), page.content)
    return BUILD.hand_written(_language(config), written)


def _in_chinese(page):
    """A page's Chinese address; MkDocs itself takes only the Chinese home page for a home page."""
    return microsite.core.urls.in_language(page.url.removeprefix("./"), "zh")


def _language(config):
    return "en" if config.theme["language"] == "en" else "zh"


@event_priority(-200)  # after the i18n plugin's nested passes
def on_post_build(config):
    if not BUILD.pass_ends():
        return
    LOG.info("%s", _or_plugin_error(BUILD.join))
    if BUILD.serving:
        config.site_dir = str(BUILD.site_dir)
        BUILD.finish()


def on_serve(server, config, builder):
    """A preview shows mistakes above each page, and builds only what an edit of the data changes."""
    server.set_app(microsite.build.preview.answering(server.get_app(), BUILD.above))
    server.builder = lambda: LOG.info("%s", done) if (done := _or_plugin_error(BUILD.refresh)) else builder()
    return server


def on_build_error(error):
    BUILD.failed = True
    if BUILD.serving:
        BUILD.finish()
    elif isinstance(error, OSError):  # of MkDocs itself, which would show its own insides
        raise PluginError(microsite.checks.report.untouched(error)) from None


def on_shutdown():
    _or_plugin_error(BUILD.leave)
