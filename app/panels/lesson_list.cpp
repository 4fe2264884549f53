// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/lesson_list.h"

#include "app/models/lesson_model.h"

#include <QEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QScopedValueRollback>
#include <QSortFilterProxyModel>
#include <QTreeView>
#include <QVBoxLayout>

namespace coroscope {

LessonList::LessonList(QWidget *parent)
    : QFrame(parent), m_model(new LessonModel(this)), m_found(new QSortFilterProxyModel(this)), m_search(new QLineEdit(this)),
      m_tree(new QTreeView(this))
{
    setProperty("card", QStringLiteral("side"));
    m_found->setSourceModel(m_model);
    m_found->setRecursiveFilteringEnabled(true);
    m_found->setFilterRole(LessonModel::FindRole);
    m_found->setAutoAcceptChildRows(true);
    m_found->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_search->setObjectName(QStringLiteral("lessonSearch"));
    m_search->setClearButtonEnabled(true);
    m_search->installEventFilter(this);
    m_tree->setModel(m_found);
    m_tree->setHeaderHidden(true);
    m_tree->setRootIsDecorated(false);
    m_tree->setItemsExpandable(false);
    m_tree->setIndentation(16);
    m_tree->setUniformRowHeights(true);
    m_tree->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_tree->header()->setStretchLastSection(true);
    m_tree->expandAll();

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(10, 12, 10, 8);
    column->setSpacing(10);
    column->addWidget(m_search);
    column->addWidget(m_tree, 1);

    connect(m_search, &QLineEdit::textChanged, this, &LessonList::filter);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &current) {
        if (!m_quiet)
            choose(current);
    });
    const auto settle = [this](const QModelIndex &index) {
        if (!index.data(LessonModel::IdRole).toString().isEmpty())
            Q_EMIT settled();
    };
    connect(m_tree, &QTreeView::clicked, this, settle);
    connect(m_tree, &QTreeView::activated, this, settle);
    retranslate();
}

void LessonList::setCurrent(const QString &lesson)
{
    const QScopedValueRollback quiet(m_quiet, true);
    m_current = lesson;
    const QModelIndex index = m_found->mapFromSource(m_model->indexOf(lesson));
    m_tree->setCurrentIndex(index);
    if (index.isValid())
        m_tree->scrollTo(index);
}

/// As wide as the widest line: names of lessons and chapters are never cut. Layouts ask often, and each line has to be
/// set to know.
QSize LessonList::sizeHint() const
{
    constexpr int kScrollBar = 16;
    const QMargins margins = layout()->contentsMargins();
    if (m_widest == 0) {
        m_tree->ensurePolished();
        const QAbstractItemView *tree = m_tree;
        m_widest = tree->sizeHintForColumn(0);
    }
    return {m_widest + kScrollBar + margins.left() + margins.right(), QFrame::sizeHint().height()};
}

void LessonList::focusSearch()
{
    m_search->setFocus();
    m_search->selectAll();
}

void LessonList::choose(const QModelIndex &index)
{
    const QString lesson = index.data(LessonModel::IdRole).toString();
    if (lesson.isEmpty() || lesson == m_current)
        return;
    m_current = lesson;
    Q_EMIT chosen(lesson);
}

/// Where the row of the open lesson goes, the tree would make another one the current one.
void LessonList::filter(const QString &text)
{
    const QScopedValueRollback quiet(m_quiet, true);
    m_found->setFilterFixedString(text);
    m_tree->expandAll();
    setCurrent(m_current);
}

/// The lesson that is called so, or else the first one.
QModelIndex LessonList::bestFound() const
{
    const QModelIndex named = m_found->mapFromSource(m_model->indexOf(m_search->text()));
    return named.isValid() ? named : m_found->index(0, 0, m_found->index(0, 0));
}

/// In the search field, Return and the down arrow go on in the list.
bool LessonList::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Down || key == Qt::Key_Return || key == Qt::Key_Enter) {
            if (const QModelIndex best = bestFound(); best.isValid()) {
                m_tree->setFocus();
                m_tree->setCurrentIndex(best);
            }
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

void LessonList::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        m_widest = 0;
        updateGeometry();
    }
}

void LessonList::retranslate()
{
    m_search->setPlaceholderText(tr("Search…"));
    m_search->setAccessibleName(tr("Search lessons"));
    m_tree->setAccessibleName(tr("Lessons"));
    m_model->retranslate();
}

} // namespace coroscope
