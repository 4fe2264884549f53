// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

#include "app/playback/playback.h"

class QLabel;
class QMenu;
class QPushButton;
class QToolButton;

namespace coroscope {

class Appearance;
class ChoiceButton;
class TimeSlider;

/// The bar on top: to the start, back, play, on, to the end; speed, time, the slider over the whole run, and the buttons
/// for what concerns the picture.
class TransportBar : public QFrame {
    Q_OBJECT

public:
    TransportBar(Playback &playback, const Appearance &appearance, QWidget *parent = nullptr);

    /// Whether two runs are on the stage; and whether there is anything to compare with.
    void setCompared(bool compared, bool possible);
    void setAxisSteps(bool steps);
    /// What there is to compare with; not owned.
    void setCompareMenu(QMenu *menu);

Q_SIGNALS:
    void compareToggled(bool compare);
    void axisStepsToggled(bool steps);
    void presentClicked();
    void exportClicked();

protected:
    void changeEvent(QEvent *event) override;

private:
    QToolButton *addButton(const char *name);
    QPushButton *addCommand(const char *name);
    void makeControls();
    void connectPlayback();
    void addChoices();
    [[nodiscard]] StepKind unit() const { return m_stepKind; }
    void showSpeed();
    void retranslate();
    void restyle();
    void showMoment();
    void showPlace();
    void seek(Duration place);
    /// A run that takes no time: the slider counts its steps, a second for each.
    [[nodiscard]] bool countsSteps() const;

    Playback &m_playback;
    const Appearance &m_appearance;
    QToolButton *m_start = nullptr;
    QToolButton *m_back = nullptr;
    QToolButton *m_play = nullptr;
    QToolButton *m_forward = nullptr;
    QToolButton *m_toSwitch = nullptr;
    QToolButton *m_end = nullptr;
    ChoiceButton *m_unit = nullptr; ///< how far a step goes
    ChoiceButton *m_speed = nullptr;
    QLabel *m_time = nullptr;
    TimeSlider *m_slider = nullptr;
    QPushButton *m_compare = nullptr;
    QToolButton *m_compareWith = nullptr;
    QPushButton *m_axis = nullptr;
    QPushButton *m_present = nullptr;
    QPushButton *m_export = nullptr;
    StepKind m_stepKind = StepKind::Switch;
};

/// "1.200 s"
[[nodiscard]] QString clockText(Instant now);

} // namespace coroscope
