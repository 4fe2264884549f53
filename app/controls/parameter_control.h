// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "core/lessons/lesson.h"

class QLabel;

namespace coroscope {

/// One parameter of a lesson: its name in words and a control for its value.
class ParameterControl : public QWidget {
    Q_OBJECT

public:
    /// The control that suits the parameter's type.
    [[nodiscard]] static ParameterControl *make(const Parameter &parameter, QWidget *parent);

    [[nodiscard]] QString name() const { return m_name; }
    void setLabel(const QString &label);
    /// As on the command line; emits nothing.
    virtual void setValue(const QString &written) = 0;
    /// Why a value is not possible, with what is; one sentence.
    [[nodiscard]] QString refusal(const QString &written) const;

Q_SIGNALS:
    /// The user has chosen another value.
    void chosen(const QString &name, const QString &written);

protected:
    ParameterControl(const Parameter &parameter, QWidget *parent);
    /// Puts the editor behind the label.
    void setEditor(QWidget *editor);
    /// The user has typed what is no value: it is chosen all the same, and whoever takes it says so.
    void refuse(const QString &written);

private:
    /// In words, in the program's language.
    [[nodiscard]] static QString wanted(const Parameter &parameter);

    QString m_name;
    QString m_wanted;
    QLabel *m_label;
    QWidget *m_editor = nullptr;
};

} // namespace coroscope
