// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace coroscope {

class Introduction;
class Splitter;
class Tables;

/// Where the panels stand in the window. With room for it: the bar on top; below it the lessons, the chart with the
/// sentence and the tables below it, and the source with the console. On a small screen, and in large type, the chart
/// comes first: the lessons are in a drawer, and everything else is one row of tabs below the chart, which keeps nearly
/// half of the height. For a program that is written here, with room for it, the source with the console stands in
/// front, and the lessons are in the drawer, too. Knows places and sizes, nothing of what the panels show.
class Arrangement : public QWidget {
    Q_OBJECT

public:
    struct Parts {
        QWidget *messages; ///< below everything: what is above stays where it is
        QWidget *transport;
        QWidget *lessons;
        QWidget *parameters; ///< above the chart
        QWidget *chart;
        QWidget *overview; ///< below the chart
        QWidget *verdict;
        QWidget *predict; ///< above the sentence
        QWidget *cards;   ///< above the sentence, too
        QWidget *explanation;
        Tables *tables;
        Introduction *introduction; ///< above the source
        QWidget *source;
        QWidget *console;
    };
    /// The parts of the window that can be hidden.
    enum class Area { Lessons, Side, Tables };
    /// What can stand beside the chart when it is alone.
    enum class Extra { Source, Console, Tables };

    explicit Arrangement(const Parts &parts, QWidget *parent = nullptr);

    /// Shares the room out as in a window of this size; everything is shown that finds room.
    void reset(QSize room);
    /// Whether it stands as on a small screen.
    [[nodiscard]] bool compact() const { return m_compact; }
    /// The source and the console first, to be worked in.
    void setSourceFirst(bool first);
    /// The lessons are in a drawer: on a small screen, and with the source first.
    [[nodiscard]] bool hasDrawer() const { return m_compact || m_sourceFirst; }
    /// On a small screen, to show the lessons is to open their drawer, and the side is two of the tabs.
    void setShown(Area area, bool shown);
    [[nodiscard]] bool isShown(Area area) const;
    /// The chart and the sentence alone, or everything that was shown before.
    void setAlone(bool alone);
    [[nodiscard]] bool alone() const { return m_alone; }
    /// Something beside the chart that is alone; gone when it is alone again.
    void setBeside(Extra extra, bool shown);
    [[nodiscard]] bool isBeside(Extra extra) const { return m_beside[static_cast<int>(extra)]; }
    /// How far the frames of what stands below the chart are from its edges.
    void setMargin(int margin);

    /// Any window is wide and high enough: what finds no room folds, scrolls or stands in a drawer.
    [[nodiscard]] QSize minimumSizeHint() const override { return {320, 240}; }

    [[nodiscard]] QByteArray state() const;
    /// False, and nothing has changed, when it is not a state.
    bool restore(const QByteArray &state);

Q_SIGNALS:
    void shownChanged();
    void compactChanged(bool compact);
    void drawerChanged(bool hasDrawer);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    /// How the splitters of the wide form stand.
    struct Splits {
        QByteArray columns;
        QByteArray centre;
        QByteArray side;
    };
    void fitLessons();
    void retranslate();
    QWidget *makeCentre();
    QWidget *makeSide();
    void chooseForm(QSize room);
    void setForm(bool compact, bool tight);
    void makeCompact(bool tight);
    void makeWide();
    void placeColumns();
    void shareAgain();
    void shareWide(QSize room);
    void showParts();
    void shareRoom();
    void shareHeight();
    void placeDrawer();
    [[nodiscard]] Splits splits() const;
    void setSplits(const Splits &splits);

    Parts m_parts;
    Splitter *m_columns;
    Splitter *m_centre = nullptr;
    Splitter *m_side = nullptr;
    QWidget *m_sideColumn = nullptr; ///< it, with room around it
    QWidget *m_parametersRoom = nullptr;
    QWidget *m_upper = nullptr;     ///< the chart and what belongs to it
    QWidget *m_upperSide = nullptr; ///< introduction and source
    QWidget *m_lowerSide = nullptr; ///< the console
    QWidget *m_sourceCard = nullptr;
    QWidget *m_lower = nullptr; ///< the tables and their frame
    QWidget *m_veil;            ///< beside the open drawer; a click on it closes the drawer
    Splits m_wide;              ///< while it is compact, or the source is first
    int m_lowerWish = 0;        ///< of the tabs' height, in pixels, when it was chosen by hand
    bool m_compact = false;
    bool m_sourceFirst = false;
    bool m_tight = false; ///< compact, and so low and narrow that the parameters are a tab, too
    bool m_alone = false;
    bool m_drawerOpen = false;
    bool m_tabsShown = true;              ///< on a small screen
    bool m_shown[3] = {true, true, true}; ///< with room for it
    bool m_beside[3] = {false, false, false};
};

} // namespace coroscope
