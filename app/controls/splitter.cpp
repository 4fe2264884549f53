// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/controls/splitter.h"

#include "app/access/spoken.h"

#include <QKeyEvent>

namespace coroscope {

namespace {

constexpr int kKeyStep = 24; ///< pixels a key moves it by

class Handle final : public QSplitterHandle, public access::RealValue {
public:
    Handle(Qt::Orientation orientation, QSplitter *parent) : QSplitterHandle(orientation, parent)
    {
        setFocusPolicy(Qt::TabFocus);
        access::setRole(*this, QAccessible::Splitter);
    }

    [[nodiscard]] double realValue() const override { return room() > 0 ? 100.0 * place() / room() : 0; }
    [[nodiscard]] Range realRange() const override { return {.least = 0, .most = 100, .step = 5}; }
    [[nodiscard]] QString realText() const override { return QStringLiteral("%1\u00a0%").arg(qRound(realValue())); }
    void setRealValue(double value) override { moveSplitter(qRound(value / 100 * room())); }

protected:
    bool event(QEvent *event) override
    {
        if (event->type() == QEvent::ShortcutOverride && movedBy(*static_cast<QKeyEvent *>(event)) != 0) {
            event->accept(); // the same keys step and zoom
            return true;
        }
        return QSplitterHandle::event(event);
    }
    void keyPressEvent(QKeyEvent *event) override
    {
        if (const int by = movedBy(*event))
            moveSplitter(place() + by);
        else
            QSplitterHandle::keyPressEvent(event);
    }

private:
    /// Pixels; 0: not a key of a handle.
    [[nodiscard]] int movedBy(const QKeyEvent &event) const
    {
        if (event.modifiers() & ~Qt::KeypadModifier)
            return 0;
        const bool across = orientation() == Qt::Horizontal;
        if (event.key() == (across ? Qt::Key_Left : Qt::Key_Up))
            return -kKeyStep;
        return event.key() == (across ? Qt::Key_Right : Qt::Key_Down) ? kKeyStep : 0;
    }
    [[nodiscard]] int place() const { return orientation() == Qt::Horizontal ? x() : y(); }
    [[nodiscard]] int room() const
    {
        return orientation() == Qt::Horizontal ? splitter()->width() : splitter()->height();
    }
};

} // namespace

Splitter::Splitter(Qt::Orientation orientation, QWidget *parent) : QSplitter(orientation, parent) {}

void Splitter::nameHandle(int index, const QString &name)
{
    if (QSplitterHandle *const named = handle(index)) // else its part has gone elsewhere
        access::setControl(*named, name);
}

QSplitterHandle *Splitter::createHandle()
{
    return new Handle(orientation(), this);
}

} // namespace coroscope
