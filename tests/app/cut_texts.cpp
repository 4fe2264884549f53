// SPDX-License-Identifier: GPL-3.0-or-later
#include "cut_texts.h"

#include <QAbstractButton>
#include <QHeaderView>
#include <QLabel>
#include <QScrollArea>
#include <QSpinBox>
#include <QTabBar>
#include <QTableView>
#include <QTextDocument>
#include <QToolButton>
#include <QTreeView>

namespace coroscope::test {

namespace {

QSize neededBy(const QLabel &label)
{
    const int width = label.contentsRect().width();
    if (label.textFormat() != Qt::RichText)
        return label.fontMetrics()
            .boundingRect(QRect(0, 0, width, 10000), label.wordWrap() ? Qt::TextWordWrap : 0, label.text())
            .size();
    QTextDocument text;
    text.setDefaultFont(label.font());
    text.setDocumentMargin(0);
    text.setHtml(label.text());
    text.setTextWidth(width);
    return text.size().toSize();
}

void addButtons(const QWidget &window, QStringList &cut)
{
    for (const auto *button : window.findChildren<QAbstractButton *>()) {
        const bool wide = button->sizePolicy().horizontalPolicy() == QSizePolicy::Ignored; // takes what there is
        if (button->isVisible() && !wide && !button->text().isEmpty() && button->width() < button->sizeHint().width())
            cut.append(button->text());
    }
}

void addLabels(const QWidget &window, QStringList &cut)
{
    for (const auto *label : window.findChildren<QLabel *>()) {
        const bool cutOnPurpose =
            label->sizePolicy().verticalPolicy() == QSizePolicy::Ignored; // a list as long as it likes
        if (!label->isVisible() || label->height() == 0 || label->text().isEmpty()
            || cutOnPurpose) // of no height: not shown
            continue;
        const QSize needed = neededBy(*label);
        if (needed.width() > label->contentsRect().width() || needed.height() > label->height() + 1)
            cut.append(label->text());
    }
}

void addTabs(const QWidget &window, QStringList &cut)
{
    for (const auto *bar : window.findChildren<QTabBar *>()) {
        // Where a bar scrolls, it is the tab that is shown which has to be seen.
        const QList<QToolButton *> arrows = bar->findChildren<QToolButton *>(Qt::FindDirectChildrenOnly);
        const bool scrolls =
            std::any_of(arrows.begin(), arrows.end(), [](const QToolButton *arrow) { return arrow->isVisible(); });
        for (int tab = 0; bar->isVisible() && tab < bar->count(); ++tab) {
            if (!bar->isTabVisible(tab) || (scrolls && tab != bar->currentIndex()))
                continue;
            const QRect rect = bar->tabRect(tab);
            if (!bar->rect().contains(rect) || rect.width() < bar->fontMetrics().horizontalAdvance(bar->tabText(tab)))
                cut.append(bar->tabText(tab));
        }
    }
}

void addHeadings(const QWidget &window, QStringList &cut)
{
    for (const auto *table : window.findChildren<QTableView *>()) {
        const QHeaderView *header = table->horizontalHeader();
        for (int column = 0; table->isVisible() && column < header->count(); ++column) {
            const QString text = table->model()->headerData(column, Qt::Horizontal).toString();
            if (header->sectionSize(column) < header->fontMetrics().horizontalAdvance(text))
                cut.append(text);
        }
    }
}

void addNumbers(const QWidget &window, QStringList &cut)
{
    for (const auto *box : window.findChildren<QAbstractSpinBox *>()) {
        constexpr int kArrows = 18;
        if (box->isVisible() && box->width() < box->fontMetrics().horizontalAdvance(box->text()) + kArrows)
            cut.append(box->text());
    }
}

/// What lies beyond the side of a view that does not scroll sideways is never seen.
void addBeyond(const QWidget &window, QStringList &cut)
{
    for (const auto *view : window.findChildren<QScrollArea *>()) {
        const QWidget *shown = view->viewport();
        if (!view->isVisible() || view->horizontalScrollBarPolicy() != Qt::ScrollBarAlwaysOff)
            continue;
        for (const auto *label : view->findChildren<QLabel *>()) {
            const int right = label->mapTo(shown, QPoint(label->width(), 0)).x();
            if (label->isVisible() && !label->text().isEmpty() && right > shown->width())
                cut.append(label->text());
        }
    }
}

} // namespace

QStringList cutTexts(const QWidget &window)
{
    QStringList cut;
    addButtons(window, cut);
    addLabels(window, cut);
    addTabs(window, cut);
    addHeadings(window, cut);
    addNumbers(window, cut);
    addBeyond(window, cut);
    for (const QAbstractItemView *tree : window.findChildren<QTreeView *>()) {
        if (tree->isVisible() && tree->sizeHintForColumn(0) > tree->viewport()->width())
            cut.append(QStringLiteral("lessons"));
    }
    return cut;
}

} // namespace coroscope::test
