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
    : QWidget(window), m_actions(actions), m_appearance(appearance)
{
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

/// The groups in three columns of about the same length.
void KeysOverlay::fill()
{
    constexpr int kColumns = 3;
    delete m_card;
    auto *card = new QFrame(this);
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
        if (!grid || (filled + group.keys.size() / 2 > lines * columns->count() / kColumns && columns->count() < kColumns)) {
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
            grid->addWidget(new QLabel(text), row, 0);
            grid->addWidget(key, row++, 1, Qt::AlignRight);
        }
        filled += group.keys.size() + 2;
    }
    if (grid)
        grid->setRowStretch(row, 1);
}

void KeysOverlay::open()
{
    m_focusBefore = QApplication::focusWidget();
    setGeometry(parentWidget()->rect());
    // As large as the room allows: all keys are seen at once.
    QFont font = QApplication::font();
    for (int points = m_appearance.pointSize(); points >= 8; --points) {
        font.setPointSize(points);
        setFont(font);
        fill();
        for (QLabel *label : m_card->findChildren<QLabel *>()) {
            QFont own = label->font();
            own.setPointSize(points);
            label->setFont(own);
        }
        m_card->adjustSize();
        if (m_card->width() <= width() - 20 && m_card->height() <= height() - 20)
            break;
    }
    m_card->move((width() - m_card->width()) / 2, std::max(0, (height() - m_card->height()) / 2));
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
    if (key != Qt::Key_Shift && key != Qt::Key_Control && key != Qt::Key_Alt && key != Qt::Key_Meta)
        dismiss();
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
