// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/controls/parameter_control.h"

#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QSpinBox>

#include <cmath>
#include <functional>
#include <optional>

namespace coroscope {

namespace {

/// A field that lets any number be typed. One that is out of range is refused when it is done, by name: a field that
/// swallows digits, or takes the nearest number instead, does not say what its limit is.
template <class Box>
class RefusingBox : public Box {
public:
    RefusingBox()
    {
        Box::setLocale(QLocale()); // a parent's may still be that of the language before
        Box::setKeyboardTracking(false);
    }
    std::function<void(const QString &written)> refused;

    [[nodiscard]] QValidator::State validate(QString &text, int & /*at*/) const override
    {
        const std::optional<double> number = numberIn(text);
        if (!number)
            return digits(text).isEmpty() || digits(text) == QStringLiteral("-") ? QValidator::Intermediate
                                                                                 : QValidator::Invalid;
        return *number >= Box::minimum() && *number <= Box::maximum() ? QValidator::Acceptable
                                                                      : QValidator::Intermediate;
    }
    void fixup(QString &text) const override
    {
        if (const std::optional<double> number = numberIn(text); number && refused)
            refused(QString::number(*number, 'g', 15));
    }

protected:
    /// Both "0.5" and "0,5", in every language.
    [[nodiscard]] std::optional<double> numberIn(const QString &text) const
    {
        bool ok = false;
        const double number = digits(text).replace(QLatin1Char(','), QLatin1Char('.')).toDouble(&ok);
        return ok && std::isfinite(number) ? std::optional(number) : std::nullopt;
    }

private:
    [[nodiscard]] QString digits(QString text) const
    {
        if (!Box::suffix().isEmpty() && text.endsWith(Box::suffix()))
            text.chop(Box::suffix().size());
        return text.trimmed();
    }
};

/// Whole numbers.
class IntegerBox final : public RefusingBox<QSpinBox> {
public:
    [[nodiscard]] QValidator::State validate(QString &text, int &at) const override
    {
        return text.contains(QLatin1Char('.')) || text.contains(QLatin1Char(',')) ? QValidator::Invalid
                                                                                  : RefusingBox::validate(text, at);
    }
    [[nodiscard]] QString textFromValue(int value) const override { return QString::number(value); }
};

/// Seconds without the zeros nobody needs: "0.5 s".
class SecondsBox final : public RefusingBox<QDoubleSpinBox> {
public:
    [[nodiscard]] QString textFromValue(double value) const override { return locale().toString(value, 'g', 6); }
    [[nodiscard]] double valueFromText(const QString &text) const override { return numberIn(text).value_or(value()); }
};

class IntegerControl final : public ParameterControl {
public:
    IntegerControl(const Parameter &parameter, QWidget *parent)
        : ParameterControl(parameter, parent), m_box(new IntegerBox)
    {
        m_box->setRange(static_cast<int>(parameter.min), static_cast<int>(parameter.max));
        m_box->refused = [this](const QString &written) { refuse(written); };
        setEditor(m_box);
        connect(m_box, &QSpinBox::valueChanged, this,
                [this](int value) { Q_EMIT chosen(name(), QString::number(value)); });
    }
    void setValue(const QString &written) override
    {
        const QSignalBlocker quiet(m_box);
        m_box->setValue(written.toInt());
    }

private:
    IntegerBox *m_box;
};

class SecondsControl final : public ParameterControl {
public:
    SecondsControl(const Parameter &parameter, QWidget *parent)
        : ParameterControl(parameter, parent), m_box(new SecondsBox)
    {
        m_box->setDecimals(3);
        m_box->setRange(parameter.min, parameter.max);
        m_box->setSingleStep(QString::fromStdString(parameter.standard).toDouble() < 0.1 ? 0.01 : 0.1);
        m_box->refused = [this](const QString &written) { refuse(written); };
        m_box->setSuffix(QStringLiteral("\u00a0s"));
        setEditor(m_box);
        connect(m_box, &QDoubleSpinBox::valueChanged, this,
                [this](double value) { Q_EMIT chosen(name(), QString::number(value, 'g', 9)); });
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
    YesNoControl(const Parameter &parameter, QWidget *parent)
        : ParameterControl(parameter, parent), m_box(new QCheckBox)
    {
        setEditor(m_box);
        connect(m_box, &QCheckBox::clicked, this,
                [this](bool yes) { Q_EMIT chosen(name(), yes ? QStringLiteral("yes") : QStringLiteral("no")); });
    }
    void setValue(const QString &written) override { m_box->setChecked(written == QStringLiteral("yes")); }

private:
    QCheckBox *m_box;
};

/// A list, written as on the command line: "1,2,3".
class ListControl final : public ParameterControl {
public:
    ListControl(const Parameter &parameter, QWidget *parent)
        : ParameterControl(parameter, parent), m_field(new QLineEdit)
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
    : QWidget(parent), m_name(QString::fromStdString(parameter.name)), m_wanted(wanted(parameter)),
      m_label(new QLabel(this))
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
    m_editor->setToolTip(tr("%1 (%2): %3").arg(label, m_name, m_wanted));
}

QString ParameterControl::refusal(const QString &written) const
{
    return tr("%1 cannot be %2. Possible: %3.").arg(m_label->text(), written, m_wanted);
}

/// The field is still busy with what was typed.
void ParameterControl::refuse(const QString &written)
{
    QMetaObject::invokeMethod(this, [this, written] { Q_EMIT chosen(m_name, written); }, Qt::QueuedConnection);
}

QString ParameterControl::wanted(const Parameter &parameter)
{
    const auto shown = [](double number) { return QLocale().toString(number, 'g', 6); };
    const QString least = shown(parameter.min);
    const QString most = shown(parameter.max);
    switch (parameter.type) {
    case Parameter::Type::Integer: return tr("a whole number from %1 to %2").arg(least, most);
    case Parameter::Type::Seconds: return tr("a number of seconds from %1 to %2").arg(least, most);
    case Parameter::Type::SecondsList:
        return tr("numbers of seconds from %1 to %2, with commas between them").arg(least, most);
    case Parameter::Type::IntegerList:
        return tr("whole numbers from %1 to %2, with commas between them").arg(least, most);
    case Parameter::Type::YesNo: break;
    }
    return tr("yes or no");
}

} // namespace coroscope
