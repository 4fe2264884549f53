// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/access/tab_order.h"

#include <QAbstractScrollArea>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QLayout>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabBar>
#include <QTabWidget>

namespace coroscope::access {

namespace {

class Order {
public:
    void add(QWidget *widget)
    {
        if (!widget || widget->isWindow() || m_seen.contains(widget))
            return;
        m_seen.insert(widget);
        if ((widget->focusPolicy() & Qt::TabFocus) && !widget->focusProxy())
            m_order.append(widget);
        addInside(*widget);
    }
    void addInside(QWidget &widget)
    {
        if (auto *area = qobject_cast<QScrollArea *>(&widget))
            return add(area->widget());
        if (qobject_cast<QAbstractScrollArea *>(&widget) || qobject_cast<QAbstractSpinBox *>(&widget)
            || qobject_cast<QComboBox *>(&widget))
            return; // what is inside is its own
        if (auto *splitter = qobject_cast<QSplitter *>(&widget))
            return addParts(*splitter);
        if (auto *tabs = qobject_cast<QTabWidget *>(&widget)) {
            add(tabs->tabBar());
            add(tabs->cornerWidget());
        }
        if (QLayout *layout = widget.layout())
            addItems(*layout);
        for (QObject *child : widget.children()) { // what no layout places
            if (child->isWidgetType())
                add(static_cast<QWidget *>(child));
        }
    }
    [[nodiscard]] const QList<QWidget *> &widgets() const { return m_order; }

private:
    void addParts(QSplitter &splitter)
    {
        for (int i = 0; i < splitter.count(); ++i) {
            if (i > 0)
                add(splitter.handle(i));
            add(splitter.widget(i));
        }
    }
    void addItems(QLayout &layout)
    {
        for (int i = 0; i < layout.count(); ++i) {
            QLayoutItem *item = layout.itemAt(i);
            if (item->layout())
                addItems(*item->layout());
            else
                add(item->widget());
        }
    }

    QList<QWidget *> m_order;
    QSet<QWidget *> m_seen;
};

/// The widget or what it is in; -1 when neither has a place.
qsizetype placeOf(const QList<QWidget *> &order, QWidget *widget)
{
    for (; widget && !widget->isWindow(); widget = widget->parentWidget()) {
        if (const qsizetype place = order.indexOf(widget); place >= 0)
            return place;
    }
    return -1;
}

} // namespace

bool focusNext(QWidget &window, bool forward)
{
    Order order;
    order.addInside(window);
    QList<QWidget *> widgets = order.widgets();
    widgets.removeIf([](const QWidget *widget) { return !widget->isVisible() || !widget->isEnabled(); });
    if (widgets.isEmpty())
        return false;
    const qsizetype from = placeOf(widgets, window.focusWidget());
    const qsizetype to = forward ? from + 1 : (from < 0 ? 0 : from) - 1 + widgets.size();
    widgets[to % widgets.size()]->setFocus(forward ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    return true;
}

} // namespace coroscope::access
