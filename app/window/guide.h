// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>

#include <functional>

class QMessageBox;

namespace coroscope {

class Actions;
class Appearance;
class CommandPalette;
class GlossaryWindow;
class KeysOverlay;
class Session;

/// What helps to find one's way: the palette of everything that can be done, the keys, the glossary, what is what.
class Guide : public QObject {
    Q_OBJECT

public:
    Guide(Actions &actions, Session &session, const Appearance &appearance, QWidget *window);

    void addCommands();
    /// The palette with all actions that can be done now, and all lessons.
    void openPalette();
    /// The palette with lessons alone; the one chosen is given to `chosen`.
    void chooseLesson(const QString &prompt, std::function<void(const QString &)> chosen);
    /// A key of the glossary, or nothing.
    void showGlossary(const QString &key);

private:
    void showAbout();

    Actions &m_actions;
    Session &m_session;
    const Appearance &m_appearance;
    QWidget *m_window;
    CommandPalette *m_palette;
    KeysOverlay *m_keys;
    GlossaryWindow *m_glossary = nullptr; ///< made when it is first wanted
    QPointer<QMessageBox> m_about;
};

} // namespace coroscope
