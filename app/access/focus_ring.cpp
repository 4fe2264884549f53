// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/access/focus_ring.h"

#include <QApplication>
#include <QFocusEvent>
#include <QFocusFrame>
#include <QMenu>
#include <QPainter>

namespace coroscope::access {

namespace {

constexpr int kOuter = 2; ///< pixels
constexpr int kInner = 1;

/// A QFocusFrame that lies around no widget of its own: assistive technology leaves those out.
class Ring final : public QFocusFrame {
public:
    using QFocusFrame::QFocusFrame;

protected:
    void paintEvent(QPaintEvent * /*event*/) override
    {
        QPainter painter(this);
        const auto frame = [&painter](const QRect &rect, int width, const QColor &color) {
            painter.fillRect(QRect(rect.left(), rect.top(), rect.width(), width), color);
            painter.fillRect(QRect(rect.left(), rect.bottom() + 1 - width, rect.width(), width), color);
            painter.fillRect(QRect(rect.left(), rect.top(), width, rect.height()), color);
            painter.fillRect(QRect(rect.right() + 1 - width, rect.top(), width, rect.height()), color);
        };
        frame(rect(), kOuter, palette().color(QPalette::WindowText));
        frame(rect().adjusted(kOuter, kOuter, -kOuter, -kOuter), kInner, palette().color(QPalette::Base));
    }
};

/// What its window lets be seen of the widget, in the window's coordinates. (QWidget::visibleRegion() also takes away
/// what lies below others.)
QRect seenOf(const QWidget &widget)
{
    QRect seen = widget.rect();
    const QWidget *part = &widget;
    for (const QWidget *outer = part->parentWidget(); outer && !part->isWindow(); outer = part->parentWidget()) {
        seen = seen.translated(part->pos()) & outer->rect();
        part = outer;
    }
    return seen;
}

bool movesByKeys(Qt::FocusReason reason)
{
    return reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason || reason == Qt::ShortcutFocusReason;
}

} // namespace

FocusRing::FocusRing(QObject *parent) : QObject(parent)
{
    qApp->installEventFilter(this);
}

FocusRing::~FocusRing()
{
    delete m_ring;
}

QWidget *FocusRing::around() const
{
    const QWidget *ring = m_ring.data();
    return ring && !ring->isHidden() ? m_focus.data() : nullptr;
}

/// Where the focus is and how it came there; and whether what lies between it and its window has moved.
bool FocusRing::eventFilter(QObject *watched, QEvent *event)
{
    auto *widget = watched->isWidgetType() ? static_cast<QWidget *>(watched) : nullptr;
    if (!widget || widget == m_ring)
        return false;
    switch (event->type()) {
    case QEvent::FocusIn: {
        const Qt::FocusReason reason = static_cast<QFocusEvent *>(event)->reason();
        if (movesByKeys(reason))
            m_byKeys = true;
        else if (reason == Qt::MouseFocusReason)
            m_byKeys = false;
        follow(widget);
        break;
    }
    case QEvent::MouseButtonPress:
        m_byKeys = false;
        place();
        break;
    case QEvent::FocusOut:
    case QEvent::Move:
    case QEvent::Resize:
    case QEvent::Show:
    case QEvent::Hide:
        if (m_focus && m_byKeys && (widget == m_focus || widget->isAncestorOf(m_focus)))
            QMetaObject::invokeMethod(this, &FocusRing::place,
                                      Qt::QueuedConnection); // when the layout has come to rest
        break;
    default: break;
    }
    return false;
}

void FocusRing::follow(QWidget *focus)
{
    m_focus = focus;
    place();
}

void FocusRing::place()
{
    QWidget *focus = m_focus.data();
    QWidget *ring = m_ring.data();
    const bool shown = m_byKeys && focus && focus->isVisible() && focus->hasFocus() && !qobject_cast<QMenu *>(focus);
    QWidget *window = shown ? focus->window() : nullptr;
    const QRect here = shown && window != focus ? seenOf(*focus) : QRect();
    if (here.isEmpty()) {
        if (ring)
            ring->hide();
        return;
    }
    if (!ring || ring->parentWidget() != window) {
        delete ring;
        ring = new Ring(window);
        m_ring = ring;
    }
    constexpr int kAround = kOuter;
    ring->setGeometry(here.adjusted(-kAround, -kAround, kAround, kAround).intersected(window->rect()));
    ring->show();
    ring->raise();
}

} // namespace coroscope::access
