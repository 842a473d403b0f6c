import alerts from './alerts';
import common from './common';
import journal from './journal';
import overview from './overview';
import settings from './settings';
import wizard from './wizard';

export default { ...alerts, ...common, ...journal, ...overview, ...settings, ...wizard };
