// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

#include "app/playback/playback.h"

#include <vector>

class QLabel;
class QMenu;
class QPushButton;
class QToolButton;

namespace coroscope {

class Appearance;
class ChoiceButton;
class TimeSlider;

/// The bar on top: to the start, back, play, on, to the end; speed, time, the slider over the whole run, and the
/// buttons for what concerns the picture. What finds no room in a narrow window folds into the menu behind its last
/// button, the least needed first; it is never wider than its play buttons, its time and a short slider.
class TransportBar : public QFrame {
    Q_OBJECT

public:
    TransportBar(Playback &playback, const Appearance &appearance, QWidget *parent = nullptr);

    /// Whether two runs are on the stage; and whether there is anything to compare with.
    void setCompared(bool compared, bool possible);
    void setAxisSteps(bool steps);
    /// What there is to compare with; not owned.
    void setCompareMenu(QMenu *menu);
    /// A button for the lessons, where they are in a drawer.
    void setDrawerOffered(bool offered);
    /// Stands first, behind the drawer's button, while it is shown.
    void setLeading(QWidget *widget);
    /// What the window's menus hold, at the end of the bar's own menu, where the window shows no menu bar; not owned.
    void setMenus(const QList<QMenu *> &menus);

    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void drawerClicked();
    void compareToggled(bool compare);
    void axisStepsToggled(bool steps);
    void presentClicked();
    void exportClicked();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    bool event(QEvent *event) override;

private:
    using Group = std::vector<QWidget *>; ///< fold together
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
    void sizeButtons();
    [[nodiscard]] std::vector<Group> groups() const;
    [[nodiscard]] int widthWithout(std::size_t folded, int slider) const;
    void fold();
    void fillMenu();
    void showPlace();
    void seek(Duration place);
    /// A run that takes no time: the slider counts its steps, a second for each.
    [[nodiscard]] bool countsSteps() const;

    Playback &m_playback;
    const Appearance &m_appearance;
    QWidget *m_leading = nullptr;
    QToolButton *m_drawer = nullptr;
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
    QToolButton *m_more = nullptr;
    QList<QMenu *> m_menus;
    StepKind m_stepKind = StepKind::Switch;
};

/// "1.200 s"
[[nodiscard]] QString clockText(Instant now);

} // namespace coroscope
