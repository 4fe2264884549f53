// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;
class QToolButton;

namespace coroscope {

class Appearance;

/// A bar with one sentence about what went wrong, or about what has been done. It stops nobody: it goes away with its
/// button, with the Escape key, or when the next thing goes right.
class MessageBar : public QFrame {
    Q_OBJECT

public:
    explicit MessageBar(const Appearance &appearance, QWidget *parent = nullptr);

    enum class Kind { Trouble, News };
    void tell(const QString &sentence, Kind kind = Kind::Trouble);
    void dismiss() { hide(); }
    [[nodiscard]] QString sentence() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    QLabel *m_sign;
    QLabel *m_sentence;
    QToolButton *m_close;
};

} // namespace coroscope
