import common from './common';
import journal from './journal';
import settings from './settings';
import wizard from './wizard';

export default { ...common, ...journal, ...settings, ...wizard };
