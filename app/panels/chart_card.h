// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QScrollArea;
class QToolButton;

namespace coroscope {

class Appearance;

/// Something that is said about a run, beside its chart: above the sentence, in a frame that can be closed. As high as
/// its content, up to a part of the window; more scrolls. Not there until it is shown.
class ChartCard : public QWidget {
    Q_OBJECT

public:
    /// Takes the content. `keys` close it, too.
    ChartCard(QWidget *content, const Appearance &appearance, const QString &keys, QWidget *parent = nullptr);

    /// What it is, and what its button does, in the program's language.
    void setNames(const QString &name, const QString &close);
    /// Its content needs more room, or less.
    void fit();

Q_SIGNALS:
    /// By its button.
    void closed();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    [[nodiscard]] int heightFor(int width) const;

    QWidget *m_content;
    QScrollArea *m_scroll;
    QToolButton *m_close;
    QString m_keys;
};

} // namespace coroscope
