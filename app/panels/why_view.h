// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "core/record/trace.h"

class QGridLayout;
class QLabel;
class QToolButton;

namespace coroscope {

class Appearance;

/// An answer to "why?": a sentence a line, each with a button that goes to its instant.
class WhyView : public QWidget {
    Q_OBJECT

public:
    struct Line {
        QString text;
        QString time; ///< on the button
        EventIndex event = 0;
    };

    explicit WhyView(const Appearance &appearance, QWidget *parent = nullptr);

    void show(const QString &heading, const QList<Line> &lines);
    [[nodiscard]] QStringList texts() const;
    void setMagnified(bool magnified);
    void focusFirst();

Q_SIGNALS:
    /// It needs more room, or less.
    void resized();
    void eventChosen(coroscope::EventIndex event);

private:
    void restyle();

    const Appearance &m_appearance;
    QLabel *m_heading;
    QGridLayout *m_lines;
    QList<QToolButton *> m_times;
    QList<QLabel *> m_texts;
    bool m_magnified = false;
};

} // namespace coroscope
