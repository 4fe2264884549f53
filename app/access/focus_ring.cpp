// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/access/focus_ring.h"

#include <QApplication>
#include <QFocusEvent>
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
    for (const QWidget *part = &widget; !part->isWindow(); part = part->parentWidget())
        seen = seen.translated(part->pos()) & part->parentWidget()->rect();
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
    return m_ring && !m_ring->isHidden() ? m_focus.data() : nullptr;
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
    const bool shown =
        m_byKeys && m_focus && m_focus->isVisible() && m_focus->hasFocus() && !qobject_cast<QMenu *>(m_focus.data());
    QWidget *window = shown ? m_focus->window() : nullptr;
    const QRect here = shown && window != m_focus ? seenOf(*m_focus) : QRect();
    if (here.isEmpty()) {
        if (m_ring)
            m_ring->hide();
        return;
    }
    if (!m_ring || m_ring->parentWidget() != window) {
        delete m_ring;
        m_ring = new Ring(window);
    }
    constexpr int kAround = kOuter;
    m_ring->setGeometry(here.adjusted(-kAround, -kAround, kAround, kAround).intersected(window->rect()));
    m_ring->show();
    m_ring->raise();
}

} // namespace coroscope::access
