// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "app/models/slice_details.h"

class QLabel;
class QToolButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace coroscope {

/// The facts about a span of another program's trace, a row each, as a tree that can be walked, opened and copied.
class DetailsPanel : public QWidget {
    Q_OBJECT

public:
    explicit DetailsPanel(QWidget *parent = nullptr);

    /// Nothing: a hint what to do.
    void show(std::vector<DetailRow> rows);
    using QWidget::show;
    [[nodiscard]] const std::vector<DetailRow> &rows() const { return m_rows; }
    /// The rows that are selected, or all; as text.
    [[nodiscard]] QString text() const;
    void copy() const;
    void focusRows();

    [[nodiscard]] QSize sizeHint() const override { return {420, 260}; }

Q_SIGNALS:
    /// A row was activated that speaks of another span.
    void spanChosen(const coroscope::SliceAddress &address);
    void closed();

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void retranslate();
    void addRows(QTreeWidgetItem *parent, const std::vector<DetailRow> &rows);
    void activate(const QTreeWidgetItem &item);
    void showMenu(const QPoint &at);

    std::vector<DetailRow> m_rows;
    QLabel *m_title;
    QToolButton *m_copy;
    QToolButton *m_close;
    QTreeWidget *m_tree;
};

} // namespace coroscope
