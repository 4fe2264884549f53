// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QToolButton>

namespace coroscope {

class Appearance;

/// A button that shows one of a few choices and opens a menu of them all. Up and down go to the neighbours.
class ChoiceButton : public QToolButton {
    Q_OBJECT

public:
    explicit ChoiceButton(const Appearance &appearance, QWidget *parent = nullptr);

    /// What is chosen here, for its tip and for assistive technology.
    void setWhat(const QString &what, const QString &keys = {});
    /// Keeps the current choice where there is still one of its number.
    void setChoices(const QStringList &choices);
    [[nodiscard]] int current() const { return m_current; }
    /// Emits nothing.
    void setCurrent(int index);

Q_SIGNALS:
    void chosen(int index);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    void choose(int index);
    void nameIt();

    QString m_what;
    QString m_keys;
    QStringList m_choices;
    int m_current = 0;
};

} // namespace coroscope
