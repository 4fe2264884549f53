// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/controls/parameter_control.h"

#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QSpinBox>

namespace coroscope {

namespace {

/// Seconds without the zeros nobody needs: "0.5 s".
class SecondsBox final : public QDoubleSpinBox {
public:
    using QDoubleSpinBox::QDoubleSpinBox;

    [[nodiscard]] QString textFromValue(double value) const override
    {
        return locale().toString(value, 'g', 6);
    }
};

class IntegerControl final : public ParameterControl {
public:
    IntegerControl(const Parameter &parameter, QWidget *parent) : ParameterControl(parameter, parent), m_box(new QSpinBox)
    {
        m_box->setRange(static_cast<int>(parameter.min), static_cast<int>(parameter.max));
        m_box->setKeyboardTracking(false);
        setEditor(m_box);
        connect(m_box, &QSpinBox::valueChanged, this, [this](int value) { Q_EMIT chosen(name(), QString::number(value)); });
    }
    void setValue(const QString &written) override
    {
        const QSignalBlocker quiet(m_box);
        m_box->setValue(written.toInt());
    }

private:
    QSpinBox *m_box;
};

class SecondsControl final : public ParameterControl {
public:
    SecondsControl(const Parameter &parameter, QWidget *parent) : ParameterControl(parameter, parent), m_box(new SecondsBox)
    {
        m_box->setDecimals(3);
        m_box->setRange(parameter.min, parameter.max);
        m_box->setSingleStep(QString::fromStdString(parameter.standard).toDouble() < 0.1 ? 0.01 : 0.1);
        m_box->setKeyboardTracking(false);
        m_box->setSuffix(QStringLiteral("\u00a0s"));
        setEditor(m_box);
        connect(m_box, &QDoubleSpinBox::valueChanged, this, [this](double value) { Q_EMIT chosen(name(), QString::number(value, 'g', 9)); });
    }
    void setValue(const QString &written) override
    {
        const QSignalBlocker quiet(m_box);
        m_box->setValue(written.toDouble());
    }

private:
    SecondsBox *m_box;
};

class YesNoControl final : public ParameterControl {
public:
    YesNoControl(const Parameter &parameter, QWidget *parent) : ParameterControl(parameter, parent), m_box(new QCheckBox)
    {
        setEditor(m_box);
        connect(m_box, &QCheckBox::clicked, this, [this](bool yes) {
            Q_EMIT chosen(name(), yes ? QStringLiteral("yes") : QStringLiteral("no"));
        });
    }
    void setValue(const QString &written) override { m_box->setChecked(written == QStringLiteral("yes")); }

private:
    QCheckBox *m_box;
};

/// A list, written as on the command line: "1,2,3".
class ListControl final : public ParameterControl {
public:
    ListControl(const Parameter &parameter, QWidget *parent) : ParameterControl(parameter, parent), m_field(new QLineEdit)
    {
        m_field->setMinimumWidth(m_field->fontMetrics().horizontalAdvance(QStringLiteral("0.5,1,1.5,2")) + 24);
        setEditor(m_field);
        connect(m_field, &QLineEdit::editingFinished, this, [this] {
            if (m_field->text() != m_shown)
                Q_EMIT chosen(name(), m_field->text());
        });
    }
    void setValue(const QString &written) override
    {
        m_shown = written;
        m_field->setText(written);
    }

private:
    QLineEdit *m_field;
    QString m_shown;
};

} // namespace

ParameterControl *ParameterControl::make(const Parameter &parameter, QWidget *parent)
{
    switch (parameter.type) {
    case Parameter::Type::Integer: return new IntegerControl(parameter, parent);
    case Parameter::Type::Seconds: return new SecondsControl(parameter, parent);
    case Parameter::Type::YesNo: return new YesNoControl(parameter, parent);
    case Parameter::Type::SecondsList:
    case Parameter::Type::IntegerList: break;
    }
    return new ListControl(parameter, parent);
}

ParameterControl::ParameterControl(const Parameter &parameter, QWidget *parent)
    : QWidget(parent), m_name(QString::fromStdString(parameter.name)), m_label(new QLabel(this))
{
    m_label->setProperty("role", QStringLiteral("muted"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_label);
}

void ParameterControl::setEditor(QWidget *editor)
{
    m_editor = editor;
    m_editor->setObjectName(QStringLiteral("parameter.%1").arg(m_name));
    m_label->setBuddy(editor);
    editor->setMinimumHeight(editor->fontMetrics().height() + 14);
    layout()->addWidget(editor);
}

void ParameterControl::setLabel(const QString &label)
{
    m_label->setText(label);
    m_editor->setAccessibleName(label);
    m_editor->setToolTip(tr("%1 (%2)").arg(label, m_name));
}

} // namespace coroscope
