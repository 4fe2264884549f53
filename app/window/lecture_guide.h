// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include "app/readers/lecture_reader.h"

class QAction;
class QLabel;
class QPushButton;

namespace coroscope {

class Actions;
class Appearance;
class ChartCard;
class MainWindow;
class Presenter;

/// A lecture in the window: its items one after the other, each shown as the file says. Next plays on to the item's
/// next stop, and goes to the next item after the last one; while presenting, the keys of a clicker do that. What the
/// lecturer has noted stands beside the chart, but not while presenting.
class LectureGuide : public QObject {
    Q_OBJECT

public:
    LectureGuide(MainWindow &window, Presenter &presenter, const Appearance &appearance);

    /// Shows its first item. A sentence when it cannot be read; then everything stays as it is.
    [[nodiscard]] QString open(const QString &path);
    void close();
    [[nodiscard]] bool active() const { return !m_lecture.items.isEmpty(); }
    [[nodiscard]] int index() const { return m_index; }
    void next();
    void previous();

    [[nodiscard]] QWidget *card();
    [[nodiscard]] QString notes() const;
    void addCommands(Actions &actions);
    void retranslate();

private:
    [[nodiscard]] const formats::LectureItem &item() const { return m_lecture.items[m_index]; }
    void show(int index);
    void openItem();
    void arrange();
    void bring(const QString &panel);
    void playOn();
    [[nodiscard]] std::optional<Instant> nextStop() const;
    void describe();
    void assignKeys();

    MainWindow &m_window;
    Presenter &m_presenter;
    formats::Lecture m_lecture;
    int m_index = 0;
    QLabel *m_text;
    QPushButton *m_back;
    QPushButton *m_on;
    ChartCard *m_card;
    QAction *m_nextAction = nullptr;
    QAction *m_previousAction = nullptr;
    QAction *m_closeAction = nullptr;
    QAction *m_stepOn = nullptr; ///< what the clicker's keys do without a lecture
    QAction *m_stepBack = nullptr;
};

} // namespace coroscope
