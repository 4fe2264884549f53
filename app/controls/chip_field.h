// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <QColor>
#include <QVariantAnimation>

#include <array>
#include <unordered_map>
#include <vector>

namespace coroscope {

class Appearance;

/// A task, timer or callback in one of the boxes inside the loop.
struct Chip {
    quint64 key = 0; ///< the same as long as it is the same thing
    std::size_t box = 0;
    QString text;
    QColor color; ///< of the task
};

/// Draws chips into boxes that stand side by side, and lets each glide from where it was to where it is, so that the
/// eye can follow a task from the timers into the ready queue and to the thread. Lies over the boxes' own widgets.
class ChipField : public QWidget {
    Q_OBJECT

public:
    ChipField(const Appearance &appearance, QWidget *parent);

    /// In the order in which each box shows its chips. Without `glide`, and where the desktop wants no motion, they are
    /// there at once.
    void show(std::vector<Chip> chips, bool glide);
    /// In grey: what is shown is past.
    void setFaded(bool faded);
    /// Where the boxes are, as far as chips may fill them.
    void setBoxes(const std::vector<QRect> &boxes);
    /// Where a chip is now, in passing or not; empty when it is not seen.
    [[nodiscard]] QRectF placeOf(quint64 key) const;
    [[nodiscard]] bool gliding() const { return m_glide.state() == QAbstractAnimation::Running; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Placed {
        Chip chip;
        QRectF from;
        QRectF to;
        bool fresh = false; ///< was nowhere before
    };
    void place();
    [[nodiscard]] QRectF at(const Placed &placed) const;
    void paintChip(QPainter &painter, const Placed &placed) const;

    const Appearance &m_appearance;
    std::vector<QRect> m_boxes;
    std::vector<Placed> m_placed;
    std::vector<std::size_t> m_left; ///< by box: chips that found no room
    QVariantAnimation m_glide;
    bool m_faded = false;
};

} // namespace coroscope
