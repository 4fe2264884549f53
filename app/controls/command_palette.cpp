// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/controls/command_palette.h"

#include "app/controls/appearance.h"
#include "app/controls/card.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>

namespace coroscope {

namespace {

/// The name on the left, the kind and the keys on the right.
class EntryDelegate final : public QStyledItemDelegate {
public:
    EntryDelegate(const Appearance &appearance, QObject *parent) : QStyledItemDelegate(parent), m_appearance(appearance)
    {
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const bool selected = option.state & QStyle::State_Selected;
        const timeline::Theme &theme = m_appearance.theme();
        painter->fillRect(option.rect, selected ? theme.accent : theme.panel);
        QRect room = option.rect.adjusted(10, 0, -10, 0);
        const int side = option.fontMetrics.height();
        const QRect icon(room.left(), room.center().y() - side / 2, side, side);
        index.data(Qt::DecorationRole).value<QIcon>().paint(painter, icon);
        room.setLeft(icon.right() + 10);
        painter->setFont(option.font);
        painter->setPen(selected ? m_appearance.onAccent() : theme.mutedText);
        const QString keys = index.data(PaletteModel::KeysRole).toString();
        const QString kind = index.data(PaletteModel::KindRole).toString();
        const QString right = keys.isEmpty() ? kind : QStringLiteral("%1   %2").arg(kind, keys);
        painter->drawText(room, Qt::AlignRight | Qt::AlignVCenter, right);
        room.setRight(room.right() - option.fontMetrics.horizontalAdvance(right) - 16);
        painter->setPen(selected ? m_appearance.onAccent() : theme.text);
        const QString text = option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight, room.width());
        painter->drawText(room, Qt::AlignLeft | Qt::AlignVCenter, text);
    }

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex & /*index*/) const override
    {
        return {200, option.fontMetrics.height() + 12};
    }

private:
    const Appearance &m_appearance;
};

} // namespace

CommandPalette::CommandPalette(const Appearance &appearance, QWidget *window)
    : QFrame(window), m_model(new PaletteModel(this)), m_field(new QLineEdit(this)), m_list(new QListView(this)),
      m_nothing(new QLabel(this))
{
    setObjectName(QStringLiteral("palette"));
    setProperty("card", QStringLiteral("accent"));
    setAutoFillBackground(true);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new EntryDelegate(appearance, m_list));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_nothing->setProperty("role", QStringLiteral("muted"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(10, 10, 10, 10);
    column->addWidget(m_field);
    column->addLayout(withRoom(m_nothing, {10, 6, 10, 6}));
    column->addWidget(m_list, 1);
    m_field->installEventFilter(this);
    window->installEventFilter(this);
    connect(m_field, &QLineEdit::textChanged, this, &CommandPalette::find);
    connect(m_list, &QListView::clicked, this, &CommandPalette::choose);
    connect(m_list, &QListView::activated, this, &CommandPalette::choose);
    hide();
}

void CommandPalette::open(const QString &prompt, std::vector<PaletteEntry> entries)
{
    if (isHidden())
        m_focusBefore = QApplication::focusWidget();
    m_model->setEntries(std::move(entries));
    m_field->setPlaceholderText(prompt);
    m_field->setAccessibleName(prompt);
    m_list->setAccessibleName(prompt);
    setAccessibleName(prompt);
    m_field->clear();
    find({});
    place();
    show();
    raise();
    m_field->setFocus();
}

void CommandPalette::find(const QString &typed)
{
    m_model->find(typed);
    m_nothing->setText(tr("Nothing is called that. Fewer letters find more."));
    m_nothing->setVisible(m_model->rowCount() == 0);
    m_list->setCurrentIndex(m_model->index(0));
    m_list->scrollToTop();
}

void CommandPalette::choose(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    const std::function<void()> run = m_model->entry(index.row()).run;
    dismiss();
    run();
}

void CommandPalette::dismiss()
{
    const bool had = m_field->hasFocus();
    hide();
    if (had && m_focusBefore)
        m_focusBefore->setFocus();
}

void CommandPalette::place()
{
    const QSize room = parentWidget()->size();
    const QSize size(std::min(room.width() - 40, std::max(fontMetrics().averageCharWidth() * 70, 520)),
                     std::min(room.height() - 120, 480));
    setGeometry(QRect(QPoint((room.width() - size.width()) / 2, 60), size));
}

/// The keys that walk the list while the field keeps the focus.
bool CommandPalette::moveBy(int key)
{
    constexpr int kPage = 8;
    const int last = m_model->rowCount() - 1;
    int row = m_list->currentIndex().row();
    switch (key) {
    case Qt::Key_Down: row = row == last ? 0 : row + 1; break;
    case Qt::Key_Up: row = row <= 0 ? last : row - 1; break;
    case Qt::Key_PageDown: row = std::min(row + kPage, last); break;
    case Qt::Key_PageUp: row = std::max(row - kPage, 0); break;
    default: return false;
    }
    m_list->setCurrentIndex(m_model->index(row));
    return true;
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible())
        place();
    if (watched != m_field)
        return QFrame::eventFilter(watched, event);
    if (event->type() == QEvent::FocusOut && isVisible()) {
        dismiss();
    } else if (event->type() == QEvent::ShortcutOverride) {
        event->accept(); // every key is for the field
        return true;
    } else if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Escape)
            dismiss();
        else if (key == Qt::Key_Return || key == Qt::Key_Enter)
            choose(m_list->currentIndex());
        else
            return moveBy(key);
        return true;
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace coroscope
