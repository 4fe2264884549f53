// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/controls/actions.h"

#include "app/controls/appearance.h"

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QAction>
#include <QActionGroup>
#include <QApplication>
#include <QCoreApplication>
#include <QKeyEvent>
#include <QMenuBar>
#include <QSlider>
#include <QTabBar>

#include <algorithm>
#include <array>

namespace coroscope {

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("Actions", text);
}

constexpr std::array kMenus{Menu::File,         Menu::Examples, Menu::OpenRecent, Menu::Edit,     Menu::CopyTable,
                            Menu::View,         Menu::Play,     Menu::Speed,      Menu::Lesson,   Menu::CompareWith,
                            Menu::Presentation, Menu::Settings, Menu::Theme,      Menu::Language, Menu::Help};

const char *titleOf(Menu menu)
{
    switch (menu) {
    case Menu::File: return QT_TRANSLATE_NOOP("Actions", "&File");
    case Menu::Examples: return QT_TRANSLATE_NOOP("Actions", "Python e&xamples");
    case Menu::OpenRecent: return QT_TRANSLATE_NOOP("Actions", "Open &recent");
    case Menu::Edit: return QT_TRANSLATE_NOOP("Actions", "&Edit");
    case Menu::CopyTable: return QT_TRANSLATE_NOOP("Actions", "Copy the job &table");
    case Menu::View: return QT_TRANSLATE_NOOP("Actions", "&View");
    case Menu::Play: return QT_TRANSLATE_NOOP("Actions", "&Play");
    case Menu::Speed: return QT_TRANSLATE_NOOP("Actions", "&Speed");
    case Menu::Lesson: return QT_TRANSLATE_NOOP("Actions", "&Lesson");
    case Menu::CompareWith: return QT_TRANSLATE_NOOP("Actions", "Compare &with");
    case Menu::Presentation: return QT_TRANSLATE_NOOP("Actions", "P&resentation");
    case Menu::Settings: return QT_TRANSLATE_NOOP("Actions", "&Settings");
    case Menu::Theme: return QT_TRANSLATE_NOOP("Actions", "&Theme");
    case Menu::Language: return QT_TRANSLATE_NOOP("Actions", "Lan&guage");
    case Menu::Help: return QT_TRANSLATE_NOOP("Actions", "&Help");
    }
    return "";
}

/// The menu a menu stands in; itself when that is the bar.
Menu parentOf(Menu menu)
{
    switch (menu) {
    case Menu::Examples:
    case Menu::OpenRecent: return Menu::File;
    case Menu::CopyTable: return Menu::Edit;
    case Menu::Speed: return Menu::Play;
    case Menu::CompareWith: return Menu::Lesson;
    case Menu::Theme:
    case Menu::Language: return Menu::Settings;
    default: return menu;
    }
}

QString withoutMnemonic(QString text)
{
    return text.remove(QLatin1Char('&'));
}

/// Keys a control needs itself while it has the focus, though they mean something to the window too.
bool keepsKey(const QObject *control, int key)
{
    const bool presses = key == Qt::Key_Space || key == Qt::Key_Return || key == Qt::Key_Enter;
    const bool sideways = key == Qt::Key_Left || key == Qt::Key_Right;
    if (qobject_cast<const QAbstractButton *>(control))
        return presses;
    if (qobject_cast<const QSlider *>(control))
        return sideways || key == Qt::Key_Home || key == Qt::Key_End;
    if (qobject_cast<const QTabBar *>(control))
        return sideways;
    return false;
}

/// A field for a number takes what can stand in one and leaves the rest to the window: Space still plays.
bool isForWindow(const QObject *control, const QKeyEvent &key)
{
    if (!qobject_cast<const QAbstractSpinBox *>(control) || (key.modifiers() & ~Qt::ShiftModifier))
        return false;
    const bool pages = key.key() == Qt::Key_PageUp || key.key() == Qt::Key_PageDown;
    return pages || key.key() == Qt::Key_Space || (key.key() >= Qt::Key_A && key.key() <= Qt::Key_Z);
}

} // namespace

Actions::Actions(QWidget *window, const Appearance &appearance)
    : QObject(window), m_window(window), m_appearance(appearance), m_bar(new QMenuBar(window)),
      m_ofRuns(new QActionGroup(this))
{
    m_ofRuns->setExclusionPolicy(QActionGroup::ExclusionPolicy::None);
    for (const Menu menu : kMenus) {
        auto *made = new QMenu(m_bar);
        made->setToolTipsVisible(true);
        m_menus.emplace(menu, made);
        if (parentOf(menu) == menu)
            m_bar->addMenu(made);
    }
    m_ofRuns->addAction(m_menus.at(Menu::CompareWith)->menuAction());
    connect(&appearance, &Appearance::changed, this, &Actions::paintIcons);
    qApp->installEventFilter(this);
    retranslate();
}

QMenu *Actions::menu(Menu menu)
{
    return m_menus.at(menu);
}

QAction *Actions::add(Menu menu, Command command)
{
    auto *action = new QAction(m_window);
    action->setObjectName(QLatin1StringView(command.id));
    action->setShortcuts(QList<QKeySequence>(command.keys.begin(), command.keys.end()));
    action->setCheckable(command.checkable);
    if (!command.everywhere && !command.onTrace)
        m_ofRuns->addAction(action);
    connect(action, &QAction::triggered, m_window,
            [this, run = std::move(command.run), onTrace = std::move(command.onTrace)] {
                m_showsTrace &&onTrace ? onTrace() : run();
            });
    m_added.push_back({action, menu, command.text, command.tip, command.icon});
    name(m_added.back());
    if (command.icon)
        action->setIcon(symbolIcon(*command.icon, m_appearance.theme().text));
    m_menus.at(menu)->addAction(action);
    m_window->addAction(action);
    return action;
}

void Actions::addSeparator(Menu menu)
{
    m_menus.at(menu)->addSeparator();
}

void Actions::addSubmenu(Menu menu)
{
    m_menus.at(parentOf(menu))->addMenu(m_menus.at(menu));
}

void Actions::makeExclusive(const QList<QAction *> &actions)
{
    auto *group = new QActionGroup(this);
    for (QAction *action : actions)
        group->addAction(action);
}

QAction *Actions::find(const QString &id) const
{
    const auto found =
        std::ranges::find_if(m_added, [&](const Added &added) { return added.action->objectName() == id; });
    return found == m_added.end() ? nullptr : found->action;
}

std::vector<Actions::Entry> Actions::entries() const
{
    std::vector<Entry> entries;
    for (const Menu menu : kMenus) {
        for (const Added &added : m_added) {
            if (added.menu == menu)
                entries.push_back({added.action, menu, withoutMnemonic(QString::fromUtf8(added.text))});
        }
    }
    return entries;
}

QString Actions::menuName(Menu menu)
{
    return withoutMnemonic(translated(titleOf(menu)));
}

QString Actions::nameOf(const QAction &action)
{
    return withoutMnemonic(action.text());
}

void Actions::setShowsTrace(bool shows)
{
    m_showsTrace = shows;
    m_ofRuns->setEnabled(!shows);
    for (const Added &added : m_added)
        name(added);
}

bool Actions::refuses(const QAction &action) const
{
    return m_showsTrace && action.actionGroup() == m_ofRuns;
}

/// A disabled action hears nothing of its key.
void Actions::tellWhy(const QKeyEvent &key)
{
    const QKeySequence pressed(key.keyCombination());
    const auto meant = std::ranges::find_if(m_added, [&](const Added &added) {
        return refuses(*added.action) && added.action->shortcuts().contains(pressed);
    });
    if (meant != m_added.end())
        Q_EMIT refused(meant->action->statusTip());
}

void Actions::name(const Added &added) const
{
    static const char *const kNoRun = QT_TRANSLATE_NOOP(
        "Actions",
        "This needs a run: the trace of another program has no tasks and no loop. Esc goes back to the lessons");
    added.action->setText(translated(added.text));
    const QString tip = translated(refuses(*added.action) ? kNoRun : added.tip);
    added.action->setStatusTip(tip);
    const QString keys = added.action->shortcut().toString(QKeySequence::NativeText);
    added.action->setToolTip(keys.isEmpty() ? tip : QStringLiteral("%1 (%2)").arg(tip, keys));
}

void Actions::retranslate()
{
    for (const auto &[menu, made] : m_menus)
        made->setTitle(translated(titleOf(menu)));
    for (const Added &added : m_added)
        name(added);
}

void Actions::paintIcons()
{
    for (const Added &added : m_added) {
        if (added.icon)
            added.action->setIcon(symbolIcon(*added.icon, m_appearance.theme().text));
    }
}

bool Actions::eventFilter(QObject *watched, QEvent *event)
{
    if (m_showsTrace && watched == m_window && event->type() == QEvent::KeyPress)
        tellWhy(static_cast<const QKeyEvent &>(*event));
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (watched == QApplication::focusWidget() && isForWindow(watched, *key)) {
            event->ignore();
            return true;
        }
        if (key->modifiers() == Qt::NoModifier && watched == QApplication::focusWidget()
            && keepsKey(watched, key->key())) {
            event->accept();
            return true;
        }
    }
    return QObject::eventFilter(watched, event);
}

} // namespace coroscope
