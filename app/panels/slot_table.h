// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableWidget>

namespace coroscope {

class Appearance;

/// A job table to fill in: a row a job, a column a slot of time. A click marks a cell or clears it, and so does Space;
/// dragging does the same to all it goes over.
class SlotTable : public QTableWidget {
    Q_OBJECT

public:
    explicit SlotTable(const Appearance &appearance, QWidget *parent = nullptr);

    void setTable(const QStringList &rows, const QStringList &columns);
    /// Row * columns + column, ascending.
    [[nodiscard]] QList<int> marked() const;
    void setMarked(const QList<int> &cells);
    /// Marks what is not as it should be; nothing can be changed then.
    void setWrong(const QList<int> &cells);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;

private:
    void set(QTableWidgetItem *cell, bool marked);
    void paintCells();

    const Appearance &m_appearance;
    QList<int> m_wrong;
    bool m_open = true;
    bool m_marks = true; ///< what dragging does
};

} // namespace coroscope
