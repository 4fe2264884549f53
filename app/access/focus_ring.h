// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>

namespace coroscope::access {

/// A ring around whatever has the focus, in every window of the program, once somebody walks about with the keyboard; a
/// click takes it away. In two tones of the palette, so that one of them stands out wherever it lies. (A style sheet
/// can give a frame to a button, but not to a chart or a list, and loses it to the next rule.)
///
/// One for the program; it has to go before the application does.
class FocusRing : public QObject {
    Q_OBJECT

public:
    explicit FocusRing(QObject *parent = nullptr);
    ~FocusRing() override;

    /// What it lies around; null while it is not to be seen.
    [[nodiscard]] QWidget *around() const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void follow(QWidget *focus);
    void place();

    QPointer<QWidget>
        m_ring; ///< belongs to the window it is in; looked at when no more than a QWidget is left of it, too
    QPointer<QWidget> m_focus;
    bool m_byKeys = false;
};

} // namespace coroscope::access
