// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

#include "core/record/event.h"

#include <functional>
#include <optional>
#include <vector>

namespace coroscope {

/// Who is at a line of a source.
struct LineMark {
    int line = 0; ///< from 1
    ActorId actor = ActorId::None;
    QString name;
    QColor colour;
    bool running = false; ///< it has the thread

    friend bool operator==(const LineMark &, const LineMark &) = default;
};

/// Draws over a source who is where: at a line's left end a bar in the colour of each task that is there, behind its
/// text their names in the same colours, as many as fit. Lets the mouse through.
class LineMarks : public QWidget {
    Q_OBJECT

public:
    /// Where a line is, in pixels of this widget.
    struct Row {
        QRect rect;      ///< over the whole width
        int textEnd = 0; ///< where its text ends
    };
    /// None when the line is not to be seen.
    using Rows = std::function<std::optional<Row>(int line)>;

    explicit LineMarks(Rows rows, QWidget *parent);

    /// By line, and within a line in the order in which they are to be read.
    void setMarks(std::vector<LineMark> marks);
    [[nodiscard]] const std::vector<LineMark> &marks() const { return m_marks; }
    void setColours(const QColor &paper, const QColor &text, const QColor &frame);

    /// Whose name is drawn there; none between them.
    [[nodiscard]] ActorId actorAt(QPoint position) const;

    /// All who are at the line there, also those for whose names there is no room.
    [[nodiscard]] QStringList namesAt(QPoint position) const;

    /// How much room the bars need at the left.
    [[nodiscard]] static int barWidth() { return 10; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Chip {
        QRect rect;
        QString text;
        const LineMark *mark = nullptr; ///< null for "+3"
    };
    using Group = std::pair<std::vector<LineMark>::const_iterator, std::vector<LineMark>::const_iterator>;

    [[nodiscard]] std::vector<Chip> chipsOf(const Group &group, const Row &row) const;
    [[nodiscard]] int widthOf(const QString &text, bool bold) const;
    void drawBars(QPainter &painter, const Group &group, const Row &row) const;
    static void drawFrame(QPainter &painter, const QColor &colour, const Row &row);
    void drawChip(QPainter &painter, const Chip &chip) const;
    [[nodiscard]] std::vector<Group> groups() const;

    Rows m_rows;
    std::vector<LineMark> m_marks;
    QColor m_paper;
    QColor m_text;
    QColor m_frame;
};

} // namespace coroscope
