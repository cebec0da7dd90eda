import { ArmError, type ArmAnswer, type ArmCall } from '../../arm/route';
import { beginFeature, FEATURES, featureState, setFeature, type Feature } from '../../world/subscriptions/features';

function view({ world, params }: ArmCall, feature: Feature) {
  const { namespace, feature: name } = feature;
  const subscriptionId = params['subscriptionId'] ?? '';
  return {
    properties: { state: featureState(world, subscriptionId, feature) },
    id: `/subscriptions/${subscriptionId}/providers/Microsoft.Features/providers/${namespace}/features/${name}`,
    type: 'Microsoft.Features/providers/features',
    name: `${namespace}/${name}`,
  };
}

/** @throws ArmError 404 where the provider has no such feature */
function featureOf({ params }: ArmCall): Feature {
  const isNamed = ({ namespace, feature }: Feature) =>
    namespace.toLowerCase() === params['namespace']?.toLowerCase() && feature.toLowerCase() === params['feature']?.toLowerCase();
  const found = FEATURES.find(isNamed);
  if (!found) throw new ArmError(404, 'FeatureNotFound', `The feature '${params['feature'] ?? ''}' could not be found.`);
  return found;
}

/** GET …/Microsoft.Features/providers/{namespace}/features: those of a provider that can be registered. */
export const listFeatures = (call: ArmCall): ArmAnswer => ({
  status: 200,
  body: {
    value: FEATURES.filter(({ namespace }) => namespace.toLowerCase() === call.params['namespace']?.toLowerCase()).map((one) =>
      view(call, one),
    ),
  },
});

/** @throws ArmError 404 */
export const getFeature = (call: ArmCall): ArmAnswer => ({ status: 200, body: view(call, featureOf(call)) });

/** POST …/register: sooner or later the subscription has the feature. */
export function registerFeature(call: ArmCall): ArmAnswer {
  beginFeature(call.world, call.params['subscriptionId'] ?? '', featureOf(call));
  return getFeature(call);
}

/** POST …/unregister: the subscription is without it again. @throws ArmError 404 */
export function unregisterFeature(call: ArmCall): ArmAnswer {
  setFeature(call.world, call.params['subscriptionId'] ?? '', featureOf(call), false);
  return getFeature(call);
}
