// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/lesson_list.h"

#include "app/models/lesson_model.h"

#include <QEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QScopedValueRollback>
#include <QSortFilterProxyModel>
#include <QStyledItemDelegate>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

namespace coroscope {

namespace {

constexpr int kTitleLetters = 34; ///< letters that a line has room for
constexpr int kAround = 14;       ///< pixels beside the text of a line
constexpr int kAboveBelow = 10;

/// Titles that are longer than the list is wide go on in a second line.
class TitleDelegate final : public QStyledItemDelegate {
public:
    explicit TitleDelegate(QTreeView *tree) : QStyledItemDelegate(tree), m_tree(tree) {}

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QStyleOptionViewItem item = option;
        initStyleOption(&item, index);
        const int indent = m_tree->indentation() * (index.parent().isValid() ? 1 : 0);
        const int room = std::max(80, m_tree->viewport()->width() - indent - kAround);
        const QRect text = QFontMetrics(item.font).boundingRect(QRect(0, 0, room, 10000), Qt::TextWordWrap, item.text);
        return {std::min(text.width(), room) + kAround, text.height() + kAboveBelow};
    }

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        option->features |= QStyleOptionViewItem::WrapText;
    }

private:
    QTreeView *m_tree;
};

} // namespace

LessonList::LessonList(QWidget *parent)
    : QFrame(parent), m_model(new LessonModel(this)), m_found(new QSortFilterProxyModel(this)),
      m_search(new QLineEdit(this)), m_tree(new QTreeView(this))
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
    m_tree->setItemDelegate(new TitleDelegate(m_tree));
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
    if (lesson != m_current)
        m_search->clear(); // it was chosen elsewhere: the list is no longer about what is searched here
    const QScopedValueRollback quiet(m_quiet, true);
    m_current = lesson;
    const QModelIndex index = m_found->mapFromSource(m_model->indexOf(lesson));
    m_tree->setCurrentIndex(index);
    if (index.isValid())
        m_tree->scrollTo(index);
}

/// As wide as most titles; longer ones take a second line.
QSize LessonList::sizeHint() const
{
    constexpr int kScrollBar = 16;
    const QMargins margins = layout()->contentsMargins();
    const int line = m_tree->fontMetrics().averageCharWidth() * kTitleLetters + m_tree->indentation() + kAround;
    return {line + kScrollBar + margins.left() + margins.right(), QFrame::sizeHint().height()};
}

void LessonList::focusSearch()
{
    m_search->setFocus();
    m_search->selectAll();
}

bool LessonList::leaveSearch()
{
    if (!m_search->hasFocus() && m_search->text().isEmpty())
        return false;
    m_search->clear();
    return true;
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
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange
        || event->type() == QEvent::StyleChange) {
        updateGeometry();
        m_tree->doItemsLayout();
    }
}

void LessonList::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    m_tree->doItemsLayout(); // titles break in other places
}

void LessonList::retranslate()
{
    m_search->setPlaceholderText(tr("Search…"));
    m_search->setAccessibleName(tr("Search lessons"));
    m_tree->setAccessibleName(tr("Lessons"));
    setAccessibleName(tr("Lessons"));
    m_model->retranslate();
}

} // namespace coroscope
