// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/panel.h"

namespace coroscope {

Panel::Panel(const Stage &stage, QWidget *parent) : QWidget(parent), m_stage(stage)
{
    connect(&stage, &Stage::reset, this, [this] { resetView(); });
    connect(&stage, &Stage::changed, this, [this] {
        if (isVisible())
            updateView();
    });
}

void Panel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    updateView();
}

} // namespace coroscope
