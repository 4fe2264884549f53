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
        if (qobject_cast<QAbstractScrollArea *>(&widget) || qobject_cast<QAbstractSpinBox *>(&widget) || qobject_cast<QComboBox *>(&widget))
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

} // namespace

void orderTabs(QWidget &window)
{
    Order order;
    order.addInside(window);
    const QList<QWidget *> &widgets = order.widgets();
    for (qsizetype i = 1; i < widgets.size(); ++i)
        QWidget::setTabOrder(widgets[i - 1], widgets[i]);
}

} // namespace coroscope::access
