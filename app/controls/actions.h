// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QObject>
#include <QString>

#include "app/controls/icons.h"

#include <functional>
#include <map>
#include <optional>
#include <vector>

class QAction;
class QActionGroup;
class QKeyEvent;
class QMenu;
class QMenuBar;
class QWidget;

namespace coroscope {

class Appearance;

/// Something the user can do. Its texts are marked for translation where they are written:
///
///     actions.add(Menu::Play, {.id = "play", .text = QT_TRANSLATE_NOOP("Actions", "&Play or pause"),
///                              .tip = QT_TRANSLATE_NOOP("Actions", "Lets time run, or stops it"),
///                              .keys = {Qt::Key_Space}, .run = [&] { playback.togglePlaying(); }});
struct Command {
    const char *id;   ///< never changes: the action's object name
    const char *text; ///< with the mnemonic's &
    const char *tip;  ///< one sentence, without a full stop
    std::vector<QKeySequence> keys = {};
    std::optional<Symbol> icon = {};
    bool checkable = false;
    std::function<void()> run;
    /// What it does while another program's trace is shown, which has no tasks, no loop and nothing to play.
    std::function<void()> onTrace = {};
    /// It is about the window: then, too, it does the same. Without either it cannot be done there.
    bool everywhere = false;
};

/// Where an action stands. Some are menus inside of another.
enum class Menu {
    File,
    Examples,
    OpenRecent,
    Edit,
    CopyTable,
    View,
    Play,
    Speed,
    Lesson,
    CompareWith,
    Presentation,
    Settings,
    Theme,
    Language,
    Help
};

/// All that can be done in the window, once: the menu bar, the keys, the palette and the overlay of keys are made
/// from this. Actions work wherever the focus is, also while the menu bar is hidden.
class Actions : public QObject {
    Q_OBJECT

public:
    Actions(QWidget *window, const Appearance &appearance);

    QAction *add(Menu menu, Command command);
    void addSeparator(Menu menu);
    /// Puts a menu at the end of the one it stands in.
    void addSubmenu(Menu menu);
    /// One of these is checked at a time.
    void makeExclusive(const QList<QAction *> &actions);

    /// What the actions are about: a run, or another program's trace. Those that are about runs alone are disabled
    /// then, and say why.
    void setShowsTrace(bool shows);

    /// The menus with everything added so far. Made once; the window owns it.
    [[nodiscard]] QMenuBar *menuBar() const { return m_bar; }
    [[nodiscard]] QMenu *menu(Menu menu);
    /// Null when there is none.
    [[nodiscard]] QAction *find(const QString &id) const;

    struct Entry {
        QAction *action;
        Menu menu;
        QString english; ///< what it is called in English, whatever the program's language
    };
    /// In the order of the menus.
    [[nodiscard]] std::vector<Entry> entries() const;
    /// "View", in the program's language, without its &.
    [[nodiscard]] static QString menuName(Menu menu);
    /// What an action is called, without the & of its mnemonic.
    [[nodiscard]] static QString nameOf(const QAction &action);

    /// After the language has changed.
    void retranslate();

Q_SIGNALS:
    /// The key of something that cannot be done now was pressed; why, in one sentence.
    void refused(const QString &why);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Added {
        QAction *action;
        Menu menu;
        const char *text;
        const char *tip;
        std::optional<Symbol> icon;
    };
    void name(const Added &added) const;
    /// It is disabled because a trace is shown.
    [[nodiscard]] bool refuses(const QAction &action) const;
    void tellWhy(const QKeyEvent &key);
    void paintIcons();

    QWidget *m_window;
    const Appearance &m_appearance;
    QMenuBar *m_bar;
    std::map<Menu, QMenu *> m_menus;
    std::vector<Added> m_added;
    QActionGroup *m_ofRuns; ///< what is about runs alone; disabled as a whole
    bool m_showsTrace = false;
};

} // namespace coroscope
