// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <vector>

class QPushButton;
class QToolButton;

namespace coroscope {

class Appearance;
class ParameterControl;
class Session;

/// What if? The parameters of the lesson on the stage, above its chart, and its clock: a change runs it again at once,
/// beside the run before. Not there for a lesson without parameters, unless it runs on the real clock.
class ParameterStrip : public QWidget {
    Q_OBJECT

public:
    ParameterStrip(Session &session, const Appearance &appearance, QWidget *parent = nullptr);

Q_SIGNALS:
    /// A value that cannot be: why, in one sentence.
    void failed(const QString &sentence);

protected:
    void changeEvent(QEvent *event) override;

private:
    void showLesson();
    void makeControls();
    QPushButton *addChoice(const char *name, bool blocks);
    void showClock();
    void change(const QString &parameter, const QString &value);
    void retranslate();

    Session &m_session;
    QWidget *m_switch; ///< await or blocking call
    QPushButton *m_await;
    QPushButton *m_block;
    QToolButton *m_reset;
    QPushButton *m_clock;
    QPushButton *m_stop;
    QString m_lesson; ///< whose controls these are
    std::vector<ParameterControl *> m_controls;
};

} // namespace coroscope
