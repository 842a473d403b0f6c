import common from './common';
import journal from './journal';
import overview from './overview';
import settings from './settings';
import wizard from './wizard';
import workspace from './workspace';

export default { ...common, ...journal, ...overview, ...settings, ...wizard, ...workspace };
