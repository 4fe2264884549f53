// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/guide.h"

#include "app/controls/actions.h"
#include "app/controls/appearance.h"
#include "app/controls/command_palette.h"
#include "app/controls/keys_overlay.h"
#include "app/course/lesson_texts.h"
#include "app/panels/glossary_window.h"
#include "app/session/session.h"
#include "core/version.h"

#include <QAction>
#include <QMessageBox>
#include <QWhatsThis>

namespace coroscope {

namespace {

std::vector<PaletteEntry> lessonEntries(const QColor &colour, const std::function<void(const QString &)> &chosen)
{
    const QString language = formats::textLanguage();
    std::vector<PaletteEntry> entries;
    for (const Lesson &lesson : lessons()) {
        const QString id = QString::fromStdString(lesson.id);
        entries.push_back({.text = formats::lessonTitle(lesson.id, language),
                           .kind = id,
                           .more = formats::chapterTitle(lesson.chapter, language),
                           .names = {id, formats::lessonTitle(lesson.id, QStringLiteral("en"))},
                           .keys = {},
                           .icon = symbolIcon(Symbol::Play, colour),
                           .run = [chosen, id] { chosen(id); }});
    }
    return entries;
}

} // namespace

Guide::Guide(Actions &actions, Session &session, const Appearance &appearance, QWidget *window)
    : QObject(window), m_actions(actions), m_session(session), m_appearance(appearance), m_window(window),
      m_palette(new CommandPalette(appearance, window)), m_keys(new KeysOverlay(actions, appearance, window))
{
}

void Guide::addCommands()
{
    m_actions.add(Menu::Help,
                  {.id = "palette",
                   .text = QT_TRANSLATE_NOOP("Actions", "&Find an action or a lesson…"),
                   .tip = QT_TRANSLATE_NOOP("Actions", "Everything that can be done, found by a few letters"),
                   .keys = {Qt::CTRL | Qt::Key_K},
                   .icon = Symbol::Search,
                   .run = [this] { openPalette(); },
                   .everywhere = true});
    m_actions.add(Menu::Help, {.id = "keys",
                               .text = QT_TRANSLATE_NOOP("Actions", "&Keys"),
                               .tip = QT_TRANSLATE_NOOP("Actions", "Shows what every key does"),
                               .keys = {Qt::Key_Question},
                               .icon = Symbol::Keys,
                               .run = [this] { m_keys->open(); },
                               .everywhere = true});
    m_actions.add(Menu::Help,
                  {.id = "glossary",
                   .text = QT_TRANSLATE_NOOP("Actions", "&Glossary"),
                   .tip = QT_TRANSLATE_NOOP("Actions", "What the words mean: event loop, task, starvation…"),
                   .keys = {Qt::Key_F1},
                   .icon = Symbol::Book,
                   .run = [this] { showGlossary({}); },
                   .everywhere = true});
    m_actions.add(Menu::Help,
                  {.id = "whatsThis",
                   .text = QT_TRANSLATE_NOOP("Actions", "&What is this?"),
                   .tip = QT_TRANSLATE_NOOP("Actions", "The next click tells what a part of the window is for"),
                   .keys = {Qt::SHIFT | Qt::Key_F1},
                   .icon = Symbol::Info,
                   .run = [] { QWhatsThis::enterWhatsThisMode(); },
                   .everywhere = true});
    m_actions.addSeparator(Menu::Help);
    m_actions.add(Menu::Help, {.id = "about",
                               .text = QT_TRANSLATE_NOOP("Actions", "&About Coroscope"),
                               .tip = QT_TRANSLATE_NOOP("Actions", "Version and licence"),
                               .run = [this] { showAbout(); },
                               .everywhere = true});
}

void Guide::openPalette()
{
    std::vector<PaletteEntry> entries;
    for (const Actions::Entry &entry : m_actions.entries()) {
        QAction *action = entry.action;
        if (!action->isEnabled() || action->objectName() == QStringLiteral("palette"))
            continue;
        entries.push_back({.text = Actions::nameOf(*action),
                           .kind = Actions::menuName(entry.menu),
                           .more = action->statusTip(),
                           .names = {entry.english},
                           .keys = action->shortcut().toString(QKeySequence::NativeText),
                           .icon = action->icon(),
                           .run = [action] { action->trigger(); }});
    }
    for (PaletteEntry &lesson :
         lessonEntries(m_appearance.theme().mutedText, [this](const QString &id) { m_session.open(id); }))
        entries.push_back(std::move(lesson));
    m_palette->open(tr("What do you want to do?"), std::move(entries));
}

void Guide::chooseLesson(const QString &prompt, std::function<void(const QString &)> chosen)
{
    m_palette->open(prompt, lessonEntries(m_appearance.theme().mutedText, chosen));
}

void Guide::showGlossary(const QString &key)
{
    if (!m_glossary)
        m_glossary = new GlossaryWindow(m_window);
    m_glossary->open(key);
}

void Guide::showAbout()
{
    if (!m_about) {
        m_about = new QMessageBox(m_window);
        m_about->setAttribute(Qt::WA_DeleteOnClose);
        m_about->setModal(false);
        m_about->setIcon(QMessageBox::NoIcon);
    }
    m_about->setWindowTitle(tr("About Coroscope"));
    m_about->setText(
        tr("Coroscope %1")
            .arg(QString::fromUtf8(versionString().data(), static_cast<qsizetype>(versionString().size()))));
    m_about->setInformativeText(tr(
        "Coroscope shows who holds the thread: asynchronous programs as a live Gantt chart.\n\n"
        "Free software under the GNU General Public License, version 3 or later; its scheduler under the MIT licence."));
    m_about->show();
    m_about->raise();
}

} // namespace coroscope
