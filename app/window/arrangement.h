// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>


namespace coroscope {

/// Where the panels stand in the window: the bar on top; below it the lessons, the chart with the sentence and the
/// tables below it, and the source with the console. Knows places and sizes, nothing of what the panels show.
class Splitter;

class Arrangement : public QWidget {
    Q_OBJECT

public:
    struct Parts {
        QWidget *messages;    ///< below everything: what is above stays where it is
        QWidget *transport;
        QWidget *lessons;
        QWidget *parameters;  ///< above the chart
        QWidget *chart;
        QWidget *overview;    ///< below the chart
        QWidget *verdict;
        QWidget *predict;     ///< above the sentence
        QWidget *explanation;
        QWidget *tables;
        QWidget *introduction; ///< above the source
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
    void setShown(Area area, bool shown);
    [[nodiscard]] bool isShown(Area area) const;
    /// The chart and the sentence alone, or everything that was shown before.
    void setAlone(bool alone);
    /// Something beside the chart that is alone; gone when it is alone again.
    void setBeside(Extra extra, bool shown);
    [[nodiscard]] bool isBeside(Extra extra) const { return m_beside[static_cast<int>(extra)]; }
    /// How far the frames of what stands below the chart are from its edges.
    void setMargin(int margin);

    [[nodiscard]] QByteArray state() const;
    /// False, and nothing has changed, when it is not a state.
    bool restore(const QByteArray &state);

Q_SIGNALS:
    void shownChanged();

protected:
    void changeEvent(QEvent *event) override;

private:
    void fitLessons();
    void retranslate();
    QWidget *makeCentre();
    QWidget *makeSide();
    [[nodiscard]] QWidget *widgetOf(Area area) const;

    Parts m_parts;
    Splitter *m_columns;
    Splitter *m_centre = nullptr;
    Splitter *m_side = nullptr;
    QWidget *m_sideColumn = nullptr; ///< it, with room around it
    QWidget *m_parametersRoom = nullptr;
    QWidget *m_upperSide = nullptr; ///< introduction and source
    QWidget *m_lowerSide = nullptr; ///< the console
    QWidget *m_lower = nullptr; ///< the tables and their frame
    bool m_alone = false;
    bool m_shown[3] = {true, true, true};
    bool m_beside[3] = {false, false, false};
};

} // namespace coroscope
