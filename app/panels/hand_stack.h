// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <QColor>
#include <QStringList>

namespace coroscope {

class Appearance;

/// The frames of a coroutine from its driver on the left to where it stopped on the right; above them what was sent in,
/// below them what came out.
class HandStack : public QWidget {
    Q_OBJECT

public:
    explicit HandStack(const Appearance &appearance, QWidget *parent = nullptr);

    struct Shown {
        QStringList frames;
        QString sent;
        QString out;
        QColor color;
        bool ended = false;
        [[nodiscard]] bool operator==(const Shown &) const = default;
    };
    void show(const Shown &shown);
    [[nodiscard]] const Shown &shown() const { return m_shown; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {160, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    double paintFrames(QPainter &painter, double top, double height);
    void paintArrow(QPainter &painter, double y, double right, const QString &text, bool inwards);

    const Appearance &m_appearance;
    Shown m_shown;
};

} // namespace coroscope
