import alerts from './alerts';
import common from './common';
import deals from './deals';
import journal from './journal';
import overview from './overview';
import settings from './settings';
import wizard from './wizard';
import workspace from './workspace';

export default { ...alerts, ...common, ...deals, ...journal, ...overview, ...settings, ...wizard, ...workspace };
