// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QScrollArea;

namespace coroscope {

class Actions;
class Appearance;

/// All keys, over the whole window; made from the actions, so none is forgotten. Any key or click takes it away; where
/// they are too many for the window, the keys that scroll do.
class KeysOverlay : public QWidget {
    Q_OBJECT

public:
    KeysOverlay(const Actions &actions, const Appearance &appearance, QWidget *window);

    void open();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Group {
        QString title;
        QList<QPair<QString, QString>> keys; ///< what it does, which keys
    };
    [[nodiscard]] QList<Group> groups() const;
    void fill(int columns, int points);
    void narrow(int width);
    [[nodiscard]] bool fits(QSize room) const;
    [[nodiscard]] bool scrolls(int key);
    void dismiss();

    const Actions &m_actions;
    const Appearance &m_appearance;
    QScrollArea *m_scroll;
    QWidget *m_card = nullptr;
    QWidget *m_focusBefore = nullptr;
};

} // namespace coroscope
