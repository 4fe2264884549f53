// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace coroscope {

class Actions;
class Appearance;

/// All keys, over the whole window; made from the actions, so none is forgotten. Any key or click takes it away.
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
    void fill();
    void dismiss();

    const Actions &m_actions;
    const Appearance &m_appearance;
    QWidget *m_card = nullptr;
    QWidget *m_focusBefore = nullptr;
};

} // namespace coroscope
