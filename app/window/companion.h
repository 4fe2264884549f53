// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <QByteArray>

class QMainWindow;

namespace coroscope {

class Actions;
class Arrangement;
class TransportBar;

/// Two forms of the window for a screen that is shared with something else: a companion, narrow and always on top,
/// chart first, beside slides or an editor; and a clean window, chart and sentence alone, for a call. Escape or the key
/// of a form leaves it, and the window stands where it stood before.
class Companion : public QObject {
    Q_OBJECT

public:
    enum class Mode { Off, Beside, Clean };

    Companion(QMainWindow &window, Arrangement &arrangement, TransportBar &bar);

    [[nodiscard]] Mode mode() const { return m_mode; }
    void setMode(Mode mode);
    void addCommands(Actions &actions);

    /// Of the window while it is in no form.
    [[nodiscard]] QByteArray ownGeometry() const;
    /// Of the companion, as it stood last; empty: never.
    [[nodiscard]] QByteArray besideGeometry() const;
    void setBesideGeometry(const QByteArray &geometry) { m_beside = geometry; }

Q_SIGNALS:
    void changed();

private:
    void leave();
    void standBeside();
    void setOnTop(bool onTop);

    QMainWindow &m_window;
    Arrangement &m_arrangement;
    TransportBar &m_bar;
    Mode m_mode = Mode::Off;
    QByteArray m_own;
    QByteArray m_beside;
};

} // namespace coroscope
