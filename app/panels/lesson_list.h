// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLineEdit;
class QSortFilterProxyModel;
class QTreeView;

namespace coroscope {

class LessonModel;

/// The column on the left: all lessons, found by typing a part of a name or of a chapter.
class LessonList : public QFrame {
    Q_OBJECT

public:
    explicit LessonList(QWidget *parent = nullptr);

    /// Marks a lesson as the one that is shown; emits nothing.
    void setCurrent(const QString &lesson);
    void focusSearch();
    /// Shows all lessons again. False when none was searched.
    bool leaveSearch();
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void chosen(const QString &lesson);
    /// The choice is made: a click, or Return on a lesson.
    void settled();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void choose(const QModelIndex &index);
    void filter(const QString &text);
    [[nodiscard]] QModelIndex bestFound() const;
    void retranslate();

    LessonModel *m_model;
    QSortFilterProxyModel *m_found;
    QLineEdit *m_search;
    QTreeView *m_tree;
    QString m_current;    ///< the open lesson; empty: a file is open
    bool m_quiet = false; ///< a selection of our own
};

} // namespace coroscope
