// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/access/spoken.h"

#include "app/access/views.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QTabBar>
#include <QTextDocument>
#include <QToolButton>

namespace coroscope::access {

namespace {

// Dynamic properties of widgets.
constexpr const char *kRole = "accessibleRole";
constexpr const char *kKeys = "accessibleKeys";
constexpr const char *kQuiet = "accessibleQuiet";
constexpr const char *kQuietDescription = "accessibleQuietDescription";

QAccessible::Role roleOf(const QWidget &widget, QAccessible::Role usual)
{
    const QVariant given = widget.property(kRole);
    return given.isValid() ? static_cast<QAccessible::Role>(given.toInt()) : usual;
}

bool isDecoration(const QAccessibleInterface *part)
{
    const auto *widget = part ? qobject_cast<const QWidget *>(part->object()) : nullptr;
    return widget && roleOf(*widget, QAccessible::Pane) == QAccessible::NoRole;
}

/// "Sa&ve" is read as "Save".
QString withoutMnemonic(QString text)
{
    for (qsizetype i = text.indexOf(QLatin1Char('&')); i >= 0; i = text.indexOf(QLatin1Char('&'), i + 1))
        text.remove(i, 1);
    return text;
}

/// A tip that says the name again, or no more than the keys beside it, is none. Rich ones are read without their marks.
QString tipBeside(const QString &name, const QWidget &widget, QString description)
{
    const QString keys = widget.property(kKeys).toString();
    if (description == name || (!keys.isEmpty() && description == QStringLiteral("%1 (%2)").arg(name, keys)))
        return {};
    if (!Qt::mightBeRichText(description))
        return description;
    QTextDocument document;
    document.setHtml(description);
    return document.toPlainText();
}

/// A plain widget: a group of what is in it, or a picture.
class PaneInterface : public QAccessibleWidget {
public:
    explicit PaneInterface(QWidget *widget) : QAccessibleWidget(widget, QAccessible::Pane) {}

    [[nodiscard]] QAccessible::Role role() const override
    {
        return widget()->isWindow() ? QAccessible::Window : roleOf(*widget(), QAccessible::Pane);
    }
    [[nodiscard]] QString text(QAccessible::Text kind) const override
    {
        const QString quiet =
            kind == QAccessible::Description ? widget()->property(kQuietDescription).toString() : QString();
        return quiet.isEmpty() ? QAccessibleWidget::text(kind) : quiet;
    }
    [[nodiscard]] int childCount() const override { return static_cast<int>(parts().size()); }
    [[nodiscard]] QAccessibleInterface *child(int index) const override { return parts().value(index); }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *child) const override
    {
        return static_cast<int>(parts().indexOf(const_cast<QAccessibleInterface *>(child)));
    }

private:
    [[nodiscard]] QList<QAccessibleInterface *> parts() const
    {
        QList<QAccessibleInterface *> parts;
        for (int i = 0; i < QAccessibleWidget::childCount(); ++i) {
            if (QAccessibleInterface *part = QAccessibleWidget::child(i); !isDecoration(part))
                parts.append(part);
        }
        return parts;
    }
};

/// Reads its text, and not what it is called.
class LabelInterface final : public QAccessibleWidget {
public:
    explicit LabelInterface(QLabel *label) : QAccessibleWidget(label, QAccessible::StaticText), m_label(*label) {}

    /// One that has nothing to say calls for no attention.
    [[nodiscard]] QAccessible::Role role() const override
    {
        return m_label.text().isEmpty() ? QAccessible::StaticText : roleOf(m_label, QAccessible::StaticText);
    }
    [[nodiscard]] QString text(QAccessible::Text kind) const override
    {
        if (kind != QAccessible::Name || (!m_label.accessibleName().isEmpty() && !m_label.property(kQuiet).toBool()))
            return QAccessibleWidget::text(kind);
        const bool rich = m_label.textFormat() == Qt::RichText
                          || (m_label.textFormat() == Qt::AutoText && Qt::mightBeRichText(m_label.text()));
        if (rich) {
            QTextDocument document;
            document.setHtml(m_label.text());
            return document.toPlainText();
        }
        return m_label.buddy() ? withoutMnemonic(m_label.text()) : m_label.text();
    }
    [[nodiscard]] QAccessible::State state() const override
    {
        QAccessible::State state = QAccessibleWidget::state();
        state.readOnly = true;
        return state;
    }

private:
    QLabel &m_label;
};

/// With the keys that do the same, and one of several choices when it excludes others.
class ButtonInterface final : public QAccessibleWidget {
public:
    explicit ButtonInterface(QAbstractButton *button)
        : QAccessibleWidget(button, QAccessible::Button), m_button(*button)
    {
    }

    [[nodiscard]] QAccessible::Role role() const override
    {
        if (m_button.isCheckable())
            return roleOf(m_button, m_button.autoExclusive() ? QAccessible::RadioButton : QAccessible::CheckBox);
        return roleOf(m_button, menu() ? QAccessible::ButtonMenu : QAccessible::Button);
    }
    [[nodiscard]] QAccessible::State state() const override
    {
        QAccessible::State state = QAccessibleWidget::state();
        state.checkable = m_button.isCheckable();
        state.checked = m_button.isChecked();
        state.pressed = m_button.isDown();
        state.hasPopup = menu() != nullptr;
        const auto *push = qobject_cast<const QPushButton *>(&m_button);
        state.defaultButton = push && push->isDefault();
        return state;
    }
    [[nodiscard]] QString text(QAccessible::Text kind) const override
    {
        if (kind == QAccessible::Name && m_button.accessibleName().isEmpty())
            return withoutMnemonic(m_button.text());
        const QString said = QAccessibleWidget::text(kind);
        return kind == QAccessible::Description ? tipBeside(text(QAccessible::Name), m_button, said) : said;
    }

    [[nodiscard]] QStringList actionNames() const override
    {
        QStringList names{m_button.isCheckable() ? toggleAction() : menu() ? showMenuAction() : pressAction()};
        if (!m_button.isEnabled())
            names.clear();
        return names + QAccessibleWidget::actionNames();
    }
    /// Whoever asked is not kept waiting while a menu or a dialog is open.
    void doAction(const QString &name) override
    {
        if (!m_button.isEnabled())
            return;
        if (name == pressAction() || name == toggleAction())
            QMetaObject::invokeMethod(&m_button, &QAbstractButton::click, Qt::QueuedConnection);
        else if (name == showMenuAction())
            QMetaObject::invokeMethod(&m_button, "showMenu", Qt::QueuedConnection);
        else
            QAccessibleWidget::doAction(name);
    }
    [[nodiscard]] QStringList keyBindingsForAction(const QString &name) const override
    {
        const QString keys = m_button.property(kKeys).toString();
        const bool here = name == pressAction() || name == toggleAction() || name == showMenuAction();
        return here && !keys.isEmpty() ? QStringList{keys} : QAccessibleWidget::keyBindingsForAction(name);
    }

private:
    [[nodiscard]] QMenu *menu() const
    {
        if (const auto *tool = qobject_cast<const QToolButton *>(&m_button))
            return tool->menu();
        const auto *push = qobject_cast<const QPushButton *>(&m_button);
        return push ? push->menu() : nullptr;
    }

    QAbstractButton &m_button;
};

class ValueInterface final : public QAccessibleWidget, public QAccessibleValueInterface {
public:
    ValueInterface(QWidget *widget, RealValue &value) : QAccessibleWidget(widget, QAccessible::Slider), m_value(value)
    {
    }

    [[nodiscard]] QAccessible::Role role() const override { return roleOf(*widget(), QAccessible::Slider); }
    [[nodiscard]] QString text(QAccessible::Text kind) const override
    {
        if (kind == QAccessible::Value)
            return m_value.realText();
        const QString said = QAccessibleWidget::text(kind);
        return kind == QAccessible::Description ? tipBeside(text(QAccessible::Name), *widget(), said) : said;
    }
    [[nodiscard]] QVariant currentValue() const override { return m_value.realValue(); }
    void setCurrentValue(const QVariant &value) override { m_value.setRealValue(value.toDouble()); }
    [[nodiscard]] QVariant maximumValue() const override { return m_value.realRange().most; }
    [[nodiscard]] QVariant minimumValue() const override { return m_value.realRange().least; }
    [[nodiscard]] QVariant minimumStepSize() const override { return m_value.realRange().step; }
    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ValueInterface ? static_cast<QAccessibleValueInterface *>(this)
                                                   : QAccessibleWidget::interface_cast(type);
    }

private:
    RealValue &m_value;
};

/// Asked for each class of the object, from its own to QObject: the first name that means something decides.
QAccessibleInterface *makeInterface(const QString &className, QObject *object)
{
    auto *widget = qobject_cast<QWidget *>(object);
    if (!widget)
        return nullptr;
    if (auto *value = dynamic_cast<RealValue *>(widget))
        return new ValueInterface(widget, *value);
    if (className == QLatin1StringView("QLabel"))
        return new LabelInterface(static_cast<QLabel *>(widget));
    if (className == QLatin1StringView("QToolButton") || className == QLatin1StringView("QPushButton"))
        return new ButtonInterface(static_cast<QAbstractButton *>(widget));
    if (className == QLatin1StringView("QTabBar"))
        return new TabGrid(static_cast<QTabBar *>(widget));
    if (className == QLatin1StringView("QListView") || className == QLatin1StringView("QTableView")
        || className == QLatin1StringView("QTreeView"))
        return new ViewGrid(static_cast<QAbstractItemView *>(widget));
    const bool plain = className == QLatin1StringView("QWidget") || className == QLatin1StringView("QFrame")
                       || className == QLatin1StringView("QScrollArea");
    return plain ? new PaneInterface(widget) : nullptr;
}

} // namespace

void install()
{
    static const bool kInstalled = [] {
        QAccessible::installFactory(makeInterface);
        return true;
    }();
    Q_UNUSED(kInstalled)
}

void setName(QWidget &widget, const QString &name)
{
    if (name != widget.accessibleName())
        widget.setAccessibleName(name);
}

void setControl(QWidget &control, const QString &name, const QString &keys)
{
    setControl(control, name, keys, keys.isEmpty() ? name : QStringLiteral("%1 (%2)").arg(name, keys));
}

void setControl(QWidget &control, const QString &name, const QString &keys, const QString &tip)
{
    setName(control, name);
    control.setProperty(kKeys, keys);
    control.setToolTip(tip);
}

void setRole(QWidget &widget, QAccessible::Role role)
{
    widget.setProperty(kRole, static_cast<int>(role));
}

void setQuiet(QLabel &label)
{
    label.setProperty(kQuiet, true);
    label.setAccessibleName(QStringLiteral("…")); // Qt tells of new texts of labels that have none
}

void setDescription(QWidget &widget, const QString &description)
{
    widget.setProperty(kQuietDescription, description);
}

void announce(QWidget &widget)
{
    if (!QAccessible::isActive() || !widget.isVisible())
        return;
    for (const QAccessible::Event kind : {QAccessible::NameChanged, QAccessible::ObjectShow}) {
        QAccessibleEvent event(&widget, kind);
        QAccessible::updateAccessibility(&event);
    }
}

} // namespace coroscope::access
