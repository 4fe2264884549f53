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
};

/// Where an action stands. Some are menus inside of another.
enum class Menu { File, Examples, OpenRecent, Edit, CopyTable, View, Play, Speed, Lesson, CompareWith, Presentation, Settings, Theme, Language, Help };

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

    /// The menus with everything added so far. Made once; the window owns it.
    [[nodiscard]] QMenuBar *menuBar() const { return m_bar; }
    [[nodiscard]] QMenu *menu(Menu menu);
    /// Null when there is none.
    [[nodiscard]] QAction *find(const QString &id) const;

    struct Entry {
        QAction *action;
        Menu menu;
    };
    /// In the order of the menus.
    [[nodiscard]] std::vector<Entry> entries() const;
    /// "View", in the program's language, without its &.
    [[nodiscard]] static QString menuName(Menu menu);
    /// What an action is called, without the & of its mnemonic.
    [[nodiscard]] static QString nameOf(const QAction &action);

    /// After the language has changed.
    void retranslate();

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
    static void name(const Added &added);
    void paintIcons();

    QWidget *m_window;
    const Appearance &m_appearance;
    QMenuBar *m_bar;
    std::map<Menu, QMenu *> m_menus;
    std::vector<Added> m_added;
};

} // namespace coroscope
