"""MkDocs' events, translated into calls on microsite.build. The only file that imports mkdocs.

It is loaded by its path, so imports are absolute and no other name may begin with ``on_``. The i18n
plugin builds once a language, the second time from within its ``on_post_build`` (priority -100).
"""

import logging
import os
from datetime import datetime
from pathlib import Path

import jinja2
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File
from watchdog.events import FileModifiedEvent
from watchdog.observers.api import BaseObserver, EventEmitter

import microsite.build

RUNNING = microsite.build.RUNNING
LOG = logging.getLogger("mkdocs.plugins.microsite")


def on_startup(command, dirty):
    if not os.environ.get("SOURCE_DATE_EPOCH", "-").strip():
        del os.environ["SOURCE_DATE_EPOCH"]  # empty means unset, and MkDocs itself would stumble over it
    if command == "serve":
        RUNNING.serve(os.environ, datetime.now)
    elif command == "build":
        RUNNING.may_keep = True
        logging.getLogger("mkdocs").addHandler(_Listener(logging.WARNING))


class _Listener(logging.Handler):
    """Takes a note when MkDocs says that something is wrong with its pages, so that it says so the next time, too."""

    def emit(self, record):
        if RUNNING.build is not None:
            RUNNING.build.warned = True


@event_priority(100)  # before the i18n plugin changes names and languages
def on_config(config):
    """Begin to read the data; from here on MkDocs builds in a folder of its own, or has nothing to do."""
    if RUNNING.build is None:
        file = Path(config.config_file_path).absolute()
        place = file.parent, Path(config.site_dir), config.site_url or "", file, tuple(config.dev_addr)
        host = microsite.build.Host(*place, *_made_of(config)) if RUNNING.may_keep else microsite.build.Host(*place)
        config.site_dir = str(_or_plugin_error(RUNNING.begin, host, os.environ, datetime.now(microsite.build.SHANGHAI)))
        if _or_plugin_error(RUNNING.build.keeps_host):
            LOG.info("%s", _or_plugin_error(RUNNING.build.join))
            raise SystemExit(0)
        environment = config.theme.get_env()
        environment.loader, environment.bytecode_cache = _Templates(config.theme.dirs), microsite.build.COMPILED
        config.theme.get_env = lambda: environment  # compiled once for both languages
    return config


class _Templates(jinja2.FileSystemLoader):
    """The theme's templates, without the folders that MkDocs passes over: there are 13,000 icons in them."""

    def list_templates(self):
        found = set()
        for top in self.searchpath:
            for folder, below, names in os.walk(top):
                below[:] = [name for name in below if not name.startswith(".")]
                found.update((Path(folder) / name).relative_to(top).as_posix() for name in names)
        return sorted(found)


def _made_of(config):
    """Files and folders of which MkDocs makes its pages, and what it was told on the command line."""
    hooks = (hook.__file__ for hook in config.hooks.values())
    made_of = (Path(place) for place in (config.docs_dir, config.theme.custom_dir, *hooks) if place)
    return tuple(made_of), f"{type(config)} {config.strict} {config.use_directory_urls} {config.theme.name}"


def _or_plugin_error(question, *details):
    """What the core answers; what is wrong is told the way MkDocs ends a build."""
    try:
        return question(*details)
    except (microsite.build.InvalidData, microsite.build.RefusalError, OSError) as error:
        raise PluginError(microsite.build.untouched(error)) from error


def on_pre_build(config):
    RUNNING.build.pass_begins()


@event_priority(-150)  # after the i18n plugin
def on_files(files, config):
    """Only files for readers are published, and none may lie where a page from the data belongs."""
    root = Path(config.config_file_path).absolute().parent
    would_be = [file for file in files if file.src_dir is not None and not file.inclusion.is_excluded()]
    folders = [Path(folder) for folder in (config.docs_dir, config.theme.custom_dir) if folder]
    for file in would_be:
        if Path(file.src_dir) not in folders and file.src_uri.startswith("assets/javascripts/"):
            files.remove(file)  # of the theme; no page has its scripts
    for folder in folders:
        own = {file.src_uri: file for file in would_be if Path(file.src_dir) == folder}
        published = _or_plugin_error(microsite.build.for_readers, root, folder, own)
        for path in own.keys() - published:
            files.remove(own[path])
    for file in files:
        if file.src_uri and file.generated_by is None:
            _or_plugin_error(RUNNING.build.claim, file.dest_uri, file.src_uri)
    return files


def on_page_markdown(markdown, page, config, files):
    """Tell MkDocs about the core's pages that this page links to, so that it can check the links."""
    markdown = microsite.build.filled(markdown, _language(config))
    for path in microsite.build.targets(markdown, page.file.src_uri):
        if files.get_file_from_path(path) is None and _or_plugin_error(RUNNING.build.answers, path):
            file = File.generated(config, path, content="")
            file.copy_file = lambda dirty=False: None  # the core writes it
            files.append(file)
    return markdown


def on_page_content(html, page, config, files):
    """Remember the welcome of docs/index.md for the core's home page, and which pages docs/ has."""
    html, address = microsite.build.without_comments(html), _in_chinese(page)
    _or_plugin_error(microsite.build.finished, RUNNING.build.root, Path(page.file.abs_src_path), html)
    if not address:
        RUNNING.build.welcome[_language(config)] = html
    RUNNING.build.by_hand.add(address)
    return html


def on_page_context(context, page, config, nav):
    """The manual's pages carry the header and footer of the public ones."""
    context["shell"] = RUNNING.build.shell(_language(config), page.url.removeprefix("./"))
    return context


@event_priority(-100)
def on_post_page(output, page, config):
    """Hand-written pages outside the manual belong to the public face."""
    address = _in_chinese(page)
    if not address or address.startswith("manual/"):
        return output
    written = microsite.build.HandWritten(page.url, page.title, page.meta.get("description", ""), page.content)
    return RUNNING.build.hand_written(_language(config), written)


def _in_chinese(page):
    """A page's Chinese address; MkDocs itself takes only the Chinese home page for a home page."""
    return microsite.build.in_language(page.url.removeprefix("./"), "zh")


def _language(config):
    return "en" if config.theme["language"] == "en" else "zh"


@event_priority(-200)  # after the i18n plugin's nested passes
def on_post_build(config):
    build = RUNNING.build
    if not build.pass_ends():
        return
    LOG.info("%s", _or_plugin_error(build.join))
    if RUNNING.preview:
        config.site_dir = str(build.site_dir)
        _or_plugin_error(RUNNING.finish)


def on_serve(server, config, builder):
    """A preview watches the files itself, tells what is wrong, and builds only what an edit changes."""
    preview = RUNNING.preview
    for item in (config.docs_dir, config.config_file_path):
        server.unwatch(item)
    config.watch = [config.docs_dir]  # stands for all that is looked at
    server.observer = BaseObserver(_Looks, timeout=microsite.build.GLANCE)
    server.build_delay = microsite.build.PROMPTLY
    server.set_app(preview.answering(server.get_app(), config.dev_addr[0]))
    server.builder = lambda: preview.rebuild(builder, logging.getLogger("mkdocs"))
    return server


class _Looks(EventEmitter):
    """Tells the server when a file changed, in whatever folder of those that a site is made of."""

    def queue_events(self, timeout):
        if not self.stopped_event.wait(timeout) and RUNNING.preview.changed():
            self.queue_event(FileModifiedEvent(self.watch.path))


def on_build_error(error):
    if RUNNING.build is not None:
        RUNNING.build.failed, docs = True, RUNNING.build.root / "docs"
        if RUNNING.preview:
            RUNNING.finish()
        elif isinstance(error, OSError):  # of MkDocs itself, which would show its own insides
            raise PluginError(microsite.build.untouched(error)) from None
        if isinstance(error, UnicodeEncodeError):  # the name of a file that MkDocs cannot write as an address
            _or_plugin_error(microsite.build.check, docs)


def on_shutdown():
    _or_plugin_error(RUNNING.leave)
