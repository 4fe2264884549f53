// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/controls/keys_overlay.h"

#include "app/controls/actions.h"
#include "app/controls/appearance.h"
#include "app/controls/card.h"

#include <QAction>
#include <QApplication>
#include <QFrame>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QScrollArea>
#include <QScrollBar>

#include <algorithm>

namespace coroscope {

namespace {

QString keysOf(const QAction &action)
{
    QStringList keys;
    for (const QKeySequence &key : action.shortcuts())
        keys.append(key.toString(QKeySequence::NativeText));
    return keys.mid(0, 2).join(QStringLiteral("  "));
}

} // namespace

KeysOverlay::KeysOverlay(const Actions &actions, const Appearance &appearance, QWidget *window)
    : QWidget(window), m_actions(actions), m_appearance(appearance), m_scroll(new QScrollArea(this))
{
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->viewport()->setAutoFillBackground(false);
    setObjectName(QStringLiteral("keysOverlay"));
    setFocusPolicy(Qt::StrongFocus);
    window->installEventFilter(this);
    hide();
}

QList<KeysOverlay::Group> KeysOverlay::groups() const
{
    QList<Group> groups;
    for (const Actions::Entry &entry : m_actions.entries()) {
        const QString keys = keysOf(*entry.action);
        if (keys.isEmpty())
            continue;
        const QString title = Actions::menuName(entry.menu);
        if (groups.isEmpty() || groups.last().title != title)
            groups.append({title, {}});
        groups.last().keys.append({Actions::nameOf(*entry.action), keys});
    }
    return groups;
}

/// The groups in columns of about the same length.
void KeysOverlay::fill(int most, int points)
{
    auto *card = new QFrame;
    card->setProperty("card", true);
    m_card = card;
    auto *columns = new QHBoxLayout(card);
    columns->setContentsMargins(24, 18, 24, 18);
    columns->setSpacing(36);
    const QList<Group> all = groups();
    qsizetype lines = 0;
    for (const Group &group : all)
        lines += group.keys.size() + 2;
    QGridLayout *grid = nullptr;
    qsizetype filled = 0;
    int row = 0;
    for (const Group &group : all) {
        if (!grid || (filled + group.keys.size() / 2 > lines * columns->count() / most && columns->count() < most)) {
            if (grid)
                grid->setRowStretch(row, 1);
            grid = new QGridLayout;
            grid->setHorizontalSpacing(18);
            grid->setVerticalSpacing(3);
            columns->addLayout(grid);
            row = 0;
        }
        auto *title = new QLabel(group.title);
        title->setProperty("role", QStringLiteral("heading"));
        grid->addLayout(withRoom(title, {0, row == 0 ? 0 : 8, 0, 0}), row, 0, 1, 2);
        ++row;
        for (const auto &[text, keys] : group.keys) {
            auto *key = new QLabel(keys);
            key->setFont(m_appearance.codeFont());
            auto *what = new QLabel(text);
            what->setObjectName(QStringLiteral("what"));
            grid->addWidget(what, row, 0);
            grid->setColumnStretch(0, 1);
            grid->addWidget(key, row++, 1, Qt::AlignRight);
        }
        filled += group.keys.size() + 2;
    }
    if (grid)
        grid->setRowStretch(row, 1);
    for (QLabel *label : card->findChildren<QLabel *>()) {
        QFont font = label->font();
        font.setPointSize(points);
        label->setFont(font);
    }
    m_scroll->setWidget(card); // the one before is gone
    card->ensurePolished();
    card->adjustSize();
}

bool KeysOverlay::fits(QSize room) const
{
    return m_card->width() <= room.width() && m_card->height() <= room.height();
}

/// The names of what the keys do take more lines, so that the keys are seen.
void KeysOverlay::narrow(int width)
{
    for (QLabel *label : m_card->findChildren<QLabel *>(QStringLiteral("what")))
        label->setWordWrap(true);
    m_card->layout()->activate();
    m_card->resize(width, m_card->layout()->totalHeightForWidth(width));
}

void KeysOverlay::open()
{
    m_focusBefore = QApplication::focusWidget();
    setGeometry(parentWidget()->rect());
    // All keys are seen at once, if that can be without making them hard to read; else they scroll.
    constexpr int kMostColumns = 3;
    constexpr int kSmallerBy = 3;
    const QSize room = size() - QSize(20, 20);
    const int usual = m_appearance.pointSize();
    int points = usual;
    for (fill(kMostColumns, points); !fits(room) && points > usual - kSmallerBy; fill(kMostColumns, points))
        --points;
    const int bar = m_scroll->verticalScrollBar()->sizeHint().width();
    if (!fits(room)) {
        int columns = kMostColumns;
        for (fill(columns, usual); columns > 1 && m_card->width() > room.width() - bar; fill(columns, usual))
            --columns;
        if (m_card->width() > room.width() - bar)
            narrow(room.width() - bar);
    }
    const bool scrolled = m_card->height() > room.height();
    const QSize shown(std::min(room.width(), m_card->width() + (scrolled ? bar : 0)),
                      std::min(room.height(), m_card->height()));
    m_scroll->setGeometry(QRect(QPoint((width() - shown.width()) / 2, (height() - shown.height()) / 2), shown));
    m_card->show();
    setAccessibleName(tr("Keys"));
    show();
    raise();
    setFocus();
}

void KeysOverlay::dismiss()
{
    hide();
    if (m_focusBefore)
        m_focusBefore->setFocus();
}

void KeysOverlay::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    QColor veil = m_appearance.theme().background;
    veil.setAlphaF(0.75F);
    painter.fillRect(rect(), veil);
}

void KeysOverlay::keyPressEvent(QKeyEvent *event)
{
    const int key = event->key();
    if (key != Qt::Key_Shift && key != Qt::Key_Control && key != Qt::Key_Alt && key != Qt::Key_Meta && !scrolls(key))
        dismiss();
}

/// Whether the key has moved what finds no room.
bool KeysOverlay::scrolls(int key)
{
    QScrollBar *bar = m_scroll->verticalScrollBar();
    if (bar->maximum() == 0)
        return false;
    switch (key) {
    case Qt::Key_Down: bar->triggerAction(QAbstractSlider::SliderSingleStepAdd); return true;
    case Qt::Key_Up: bar->triggerAction(QAbstractSlider::SliderSingleStepSub); return true;
    case Qt::Key_PageDown: bar->triggerAction(QAbstractSlider::SliderPageStepAdd); return true;
    case Qt::Key_PageUp: bar->triggerAction(QAbstractSlider::SliderPageStepSub); return true;
    case Qt::Key_Home: bar->triggerAction(QAbstractSlider::SliderToMinimum); return true;
    case Qt::Key_End: bar->triggerAction(QAbstractSlider::SliderToMaximum); return true;
    default: return false;
    }
}

void KeysOverlay::mousePressEvent(QMouseEvent * /*event*/)
{
    dismiss();
}

/// No key means anything else while the overlay is there.
bool KeysOverlay::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

bool KeysOverlay::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible())
        dismiss();
    return QWidget::eventFilter(watched, event);
}

} // namespace coroscope
